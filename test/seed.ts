import fc from 'fast-check'

// `npm test` tries the same cases each time, so that it says something of the change and nothing of luck;
// new cases are the work of `npm run fuzz`, which prints the seed of what it finds.
if (!process.env['FUZZ_RUNS']) fc.configureGlobal({ seed: 20_260_101 })
