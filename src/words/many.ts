/** `1 slide`, `2 slides`. */
export const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
