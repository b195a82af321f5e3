import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, it } from 'vitest'
import { contract } from '../store/contract.ts'
import { launchChromium } from './chromium.ts'

let browser: Browser
let server: Server
let page: Page
beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: 'test/browser/in-folder.ts', formats: ['iife'], name: 'InFolder' },
    },
  })
  const [bundle] = [built].flat()
  const [script] = bundle && 'output' in bundle ? bundle.output : []
  server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  browser = await launchChromium()
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  await page.addScriptTag({ content: script && 'code' in script ? script.code : '' })
})
afterAll(async () => {
  await browser.close()
  server.close()
})

it.each(Object.keys(contract))('a store in a folder of the browser %s', (name) =>
  page.evaluate(`InFolder.hold(${JSON.stringify(name)})`),
)
