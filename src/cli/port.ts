import { Fault } from '../fault.ts'

/** Reads a port that a person typed. @throws Fault for what is none */
export function portNumber(port: string | undefined): number | undefined {
  if (port === undefined) return undefined
  const number = Number(port)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Fault((say) => say.port(port))
  return number
}
