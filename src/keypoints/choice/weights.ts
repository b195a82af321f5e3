/**
 * What makes a unit worth showing: the weights of Edmundson's sum (“New Methods in Automatic Extracting”, Journal of
 * the ACM 16(2), 1969), set by reading; test/bench/leave-one-out.mjs tells what fitting them would bring.
 */
export const weights = {
  /** The first of its sentence that says something. */
  lead: 1.5,
  /** A lead of the first or the last sentence of its paragraph. */
  edge: 1,
  /** What is to be done, or not to be done. */
  demand: 1,
  prohibition: 1,
  obligation: 0.5,
  figure: 2,
  term: 2,
  /** What was reached, grew or changed. */
  result: 1,
  definition: 0.5,
  /** It is as long as a point should be. */
  fit: 0.5,
  /** Below a headline: the sentence behind it, an order, a demand. */
  next: 0.9,
  order: 1,
  told: 0.5,
}
