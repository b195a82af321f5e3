/** The half of pdf.js that reads; it brings no types of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
