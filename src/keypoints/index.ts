export { emphasisOf } from './emphasis.ts'
export { articleNumberOf } from './headings.ts'
export type * from './keypoints.ts'
export { keyPoints } from './keypoints.ts'
