// What leave-one-out.mjs fits, as one program: the weights that it sets are those that the points are chosen by.
export { outline, readDocument } from '../../src/document/index.ts'
export { weights } from '../../src/keypoints/choice/weights.ts'
export { keyPoints } from '../../src/keypoints/index.ts'
