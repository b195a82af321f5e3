// The style of each form of slides: src/layouts.
import.meta.glob('../../layouts/*/style.css', { eager: true })
