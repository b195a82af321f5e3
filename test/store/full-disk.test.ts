import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { copyOwnDeck } from '../own-deck.ts'

const bin = resolve('bin/study-deck.js')
const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script of the shell in which `small` is a disk of its own, of so many kilobytes; null where no disk can be made. */
function onSmallDisk(size: number, script: string): string | null {
  const mount = `mkdir -p small && mount -t tmpfs -o size=${size}k tmpfs small`
  const run = (text: string) =>
    spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-ec', `${mount}\n${text}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    })
  if (run('true').status !== 0) return null
  const { stdout, stderr } = run(`deck() { ${JSON.stringify(process.execPath)} ${JSON.stringify(bin)} "$@"; }
    files() { find small -type f ! -name fill ! -name '*.sha256' -exec sha256sum {} + | sort; find small -name '*.partial'; }
    fill() { dd if=/dev/zero of=small/fill bs=1k 2>/dev/null || true; }
    ${script}`)
  return stdout + stderr
}

it.skipIf(onSmallDisk(100, 'true') === null)(
  'a full disk is told in a line, and all that was there stays',
  () => {
    copyOwnDeck(join(folder, 'slides/a'))
    writeFileSync(join(folder, 'b.txt'), 'Title\n1. One\nThe text is here, and it is whole.\n')
    const told = onSmallDisk(
      61_000,
      `deck build --out small/dist >/dev/null
    deck derive b.txt --slides small >/dev/null
    printf -- '\\n---\\n\\n# My own\\n' >> small/b/01.md
    sed -i 's/whole/entire/' b.txt
    sed -i 's/^### /### New /' slides/a/01.md
    fill; before=$(files)
    deck build --out small/dist && echo built
    deck derive b.txt --slides small && echo derived
    deck derive b.txt --deck c --slides small && echo derived
    [ "$before" = "$(files)" ] && echo same
    rm small/fill
    deck derive b.txt --slides small >/dev/null && grep -c 'My own' small/b/01.md`,
    )
    const lines = told?.split('\n').filter((line) => line !== '') ?? []
    expect(lines.filter((line) => !line.startsWith('study-deck:'))).toEqual(['same', '1'])
    expect(lines.filter((line) => line.startsWith('study-deck:'))).toEqual(
      ['dist', 'b/\\S+', 'c'].map((name) =>
        expect.stringMatching(`small/${name}: the disk is full; make room$`),
      ),
    )
  },
  60_000,
)
