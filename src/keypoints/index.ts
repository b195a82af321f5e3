export type * from './keypoints.ts'
export { keyPoints } from './keypoints.ts'
