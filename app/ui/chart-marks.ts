/** How the lines of a picture over time are dashed, first to fifth, so that they can be told apart without colour. */
export const stepDashes: readonly number[][] = [[], [6, 3], [2, 3], [8, 3, 2, 3], [12, 4]];
