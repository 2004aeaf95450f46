/** Pages that need neither the database nor the framework. No scripts, no styles of their own, nothing about the cause. */
function page(title: string, text: string, refreshSeconds?: number): string {
  const refresh = refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${refreshSeconds}">`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${title} – Deskpath</title></head>`
    + `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
}

/** 503: the database cannot be reached. The page asks again by itself. */
export const unavailablePage = page(
  'Back in a moment',
  'Deskpath cannot reach its database just now. Nothing you saved is lost. This page tries again by itself every ten seconds.', 10,
);

/** 503 while the first start prepares the database. */
export const startingPage = page('Starting', 'Deskpath is getting ready. This page tries again by itself.', 3);

/** 500, with the id under which the log has the details. */
export function faultPage(requestId: string): string {
  return page('Something went wrong', `The fault is on our side and has been noted. If you report it, please quote this reference: ${requestId}.`);
}

/** 4xx that never reached a page. */
export function refusedPage(title: string, text: string): string {
  return page(title, text);
}
