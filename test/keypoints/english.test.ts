import { expect, test } from 'vitest'
import { shown } from './slide.ts'

test('a list within a list: its lead stands above all items, and an item says itself what is below it', async () => {
  const rules = [
    'Dogs are prohibited in the following:',
    '(1) Any playground;',
    '(2) Any market. The operator may designate an area where dogs are permitted.',
    '(A) Where a market permits dogs, the operator shall provide water for all of them.',
    '(B) Visitors shall not tie dogs to stalls that sell food to the public.',
    '(3) Any cemetery, except during a funeral;',
    '(4) Any school; provided, that the following shall be exempt from this prohibition:',
    '(A) guide dogs;',
    '(B) dogs used by the police.',
  ]
  const slide = await shown(`Dog Control\n\n${rules.join('\n')}`)
  const lead = slide.findIndex((line) => line.includes('Dogs are prohibited in the following'))
  const [school] = slide.filter((line) => line.includes('Any school'))
  expect(lead).toBeGreaterThanOrEqual(0)
  expect(slide.findIndex((line) => line.includes('Any playground'))).toBeGreaterThan(lead)
  expect(slide.findIndex((line) => line.includes('Any cemetery'))).toBeGreaterThan(lead)
  const exempt = slide.findIndex((line) => line.includes('guide dogs'))
  expect(slide[exempt] === school || slide[exempt]?.startsWith('  - ')).toBe(true)
})

test('a list below words on one line with a heading', async () => {
  const text =
    'Rules\n\nSection 1. Purpose. The purpose of this regulation is to protect the public.\nSection 2. Places. Dogs are prohibited in the following:\n(1) Any playground;\n(2) Any market. The operator may name an area where dogs are permitted.\n(A) Visitors shall not tie dogs to stalls.\n(3) Any cemetery, except during a funeral;\nSection 3. Fines. A fine is paid by all.'
  const slide = await shown(text)
  const lead = slide.indexOf('- Dogs are prohibited in the following')
  expect(slide.slice(lead + 1, lead + 4).every((line) => line.startsWith('  - '))).toBe(true)
  expect(slide[lead + 3]).toContain('Any cemetery')
})

test.each([
  'Except as provided in subsection (b) of this section, no person may walk a dog without a lead.',
  'The rules of the U.S. Department of Agriculture and of Reg. No. 12 apply unless the Council decides otherwise.',
  'The fine shall be $50 in the cases of paragraph (1) and paragraph (2) of this rule, and $20 in all others.',
  '"Justly considered . . . deeply, . . . finally, staked on the experiment" are the words of the first of them.',
])('one sentence is one point, with its references, abbreviations and dots: %s', async (rule) => {
  expect(await shown(rule)).toContain(`- ${rule.replace(/\.$/u, '')}`)
})

test('what is quoted stands with who says so, and is not parted', async () => {
  const said =
    '"Customers are content with the service they receive. No further regulation is needed. The pipes will be replaced within forty years."'
  const slide = (await shown(`The companies take a view which I think is mistaken:\n\n${said}`)).join('\n')
  expect(slide).toContain('mistaken')
  expect(slide).toContain(said)
})

test('what is provided stands with its rule, and two or three words that announce a list with what it is of', async () => {
  const slide = await shown(
    'The review was asked to look at two things. They were:\n\n- The price of all water that is sold\n\n- The state of the pipes in every town',
  )
  expect(slide.some((line) => /^\W*They were$/u.test(line))).toBe(false)
  const long = Array.from({ length: 70 }, (_, i) => `word${i}`).join(' ')
  const fine = `A person who smokes ${long} shall be fined; provided, that no fine shall be levied against an officer of the city. Every day is another case. The mayor keeps the list. The council reads it.`
  const shownFine = (await shown(fine)).join('\n')
  if (shownFine.includes('shall be fined')) expect(shownFine).toContain('provided, that no fine')
})
