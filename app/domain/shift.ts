/** The shifts that somebody works, or offers to work. */
export const shifts = ['day', 'early', 'late', 'night', 'rotating'] as const;
export type Shift = (typeof shifts)[number];
