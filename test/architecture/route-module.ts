import ts from 'typescript';

/** What a route's file may do in its place. */
interface Allowed {
  /** Loaders and actions that are public on purpose. */
  public: readonly ('loader' | 'action')[];
}

/**
 * Reads a route's file and answers in words what it may not do: a loader or an action that does not begin by asking who is there,
 * one that is public without being listed, imports from the database, deferred parts, loaders and actions in the browser.
 */
export function routeFaults(name: string, source: string, allowed: Allowed): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const faults = importsOf(file).flatMap(importFault);
  const handlers = exportsOf(file);
  for (const kind of ['loader', 'action'] as const) {
    const exported = handlers.get(kind);
    if (exported === undefined) continue;
    const guard = exported === null ? null : firstCallOf(exported);
    if (guard !== 'requireActor' && guard !== 'allowAnyone') faults.push(`${kind} does not begin with requireActor or allowAnyone`);
    if (guard === 'allowAnyone' && !allowed.public.includes(kind)) faults.push(`${kind} lets anyone in, and the matrix does not say so`);
    if (guard === 'requireActor' && allowed.public.includes(kind)) faults.push(`${kind} asks who is there, and the matrix calls it public`);
  }
  for (const kind of allowed.public) if (!handlers.has(kind)) faults.push(`there is no ${kind} that the matrix could call public`);
  for (const kind of ['clientLoader', 'clientAction']) if (handlers.has(kind)) faults.push(`${kind}: nothing is decided in the browser`);
  return faults;
}

function importsOf(file: ts.SourceFile): { from: string; names: string[] }[] {
  const found: { from: string; names: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
      const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((one) => (one.propertyName ?? one.name).text) : [];
      found.push({ from: node.moduleSpecifier.text, names });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [where] = node.arguments;
      found.push({ from: where && ts.isStringLiteral(where) ? where.text : '(computed)', names: [] });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function importFault({ from, names }: { from: string; names: string[] }): string[] {
  if (/^#db\/|^kysely$|^postgres$|\/db\//.test(from)) return [`imports ${from}: routes never touch the database`];
  return names.filter((name) => name === 'defer' || name === 'Await').map((name) => `imports ${name}: a deferred part never arrives without JavaScript`);
}

/** Exported functions by name; null for what is exported but is no function written down here. */
function exportsOf(file: ts.SourceFile): Map<string, ts.FunctionLikeDeclaration | null> {
  const found = new Map<string, ts.FunctionLikeDeclaration | null>();
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { name } of statement.exportClause.elements) found.set(name.text, null);
    }
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name)) found.set(name.text, initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) ? initializer : null);
    }
  }
  return found;
}

/** Which function the first statement calls with the handler's own arguments: `const actor = await requireActor(args)`, awaited where it can be. */
function firstCallOf(handler: ts.FunctionLikeDeclaration): string | null {
  const [args] = handler.parameters;
  const first = handler.body && ts.isBlock(handler.body) ? handler.body.statements[0] : undefined;
  if (!first || !args || !ts.isIdentifier(args.name)) return null;
  const expression = ts.isExpressionStatement(first) ? first.expression
    : ts.isVariableStatement(first) && first.declarationList.declarations.length === 1 ? first.declarationList.declarations[0]?.initializer : undefined;
  if (!expression) return null;
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return null;
  const [given] = call.arguments;
  if (!given || !ts.isIdentifier(given) || given.text !== args.name.text) return null;
  const name = call.expression.text;
  return name === 'requireActor' && !ts.isAwaitExpression(expression) ? null : name;
}
