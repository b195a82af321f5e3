export { launchBrowser as launchChromium } from '../../src/export/browser.ts'
