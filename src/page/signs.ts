/** What a page of ours says of the program that made it. */
export const generator = '<meta name="generator" content="study-deck">'
/** The function of the desk's page that the script beside it calls with more files. */
export const carryMore = 'studyDeckCarry'

/** How the files begin that may be made anew: pages (the desk's once had but its title), that script, and the guide. */
const beginnings = [generator, '<title>study-deck</title>', `${carryMore}(`, '\ufeffstudy-deck ']

/** Whether a file that begins so is one of ours. */
export function isOurs(beginning: string): boolean {
  return beginnings.some((sign) => beginning.includes(sign))
}
