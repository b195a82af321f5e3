export { emphasisOf } from './emphasis.ts'
export type * from './keypoints.ts'
export { keyPoints } from './keypoints.ts'
