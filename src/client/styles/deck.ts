// What a deck looks like; this list and the palettes of src/theme are all of it. Sizes that decide how much fits are known
// to src/layouts and src/page/fit, too.
import './typography.css'
import './slide.css'
import './layouts.ts'
import './furniture.css'
import './ground.css'
import './tall.css'
import './decks.css'
import './access.css'
