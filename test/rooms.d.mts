export const rooms: readonly string[]
export interface Import {
  readonly from: string
  readonly to: string
  readonly fromRoom: string
  readonly toRoom: string
}
export function imports(): Import[]
export function againstDirection(found?: readonly Import[]): string[]
export function circles(found?: readonly Import[]): string[]
