import { expect, it } from 'vitest'
import { typedText } from '../../src/edit/index.ts'

it('keeps the line ends of lines that were left alone', () => {
  expect(typedText('甲\r\n乙\n丙\r\n', '甲\n乙\n丙\n', '\r\n')).toBe('甲\r\n乙\n丙\r\n')
  expect(typedText('甲\r\n乙\n丙\r\n', '甲\n丁\n戊\n丙\n', '\r\n')).toBe('甲\r\n丁\r\n戊\r\n丙\r\n')
  expect(typedText('甲\n乙', '乙', '\n')).toBe('乙')
})
