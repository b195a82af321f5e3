export { addFile, type NamedFile } from './actions/add-file.ts'
export { addPicture } from './actions/add-picture.ts'
export { addOwnPoint } from './actions/add-point.ts'
export { addSlide, addSlides, duplicateSlides } from './actions/add-slide.ts'
export { addWords } from './actions/add-words.ts'
export { deleteSlides } from './actions/delete-slides.ts'
export { editNotes } from './actions/edit-notes.ts'
export { editable, editPart, editPictureText } from './actions/edit-part.ts'
export { editFile, editSlide } from './actions/edit-slide.ts'
export { asCell, editTable, type Rows, rowsOf } from './actions/edit-table.ts'
export { indentPoint, raisePoint } from './actions/indent-point.ts'
export { insertNote, insertWords } from './actions/insert-words.ts'
export { mergeWithNext } from './actions/merge-slides.ts'
export { moveSlides } from './actions/move-slides.ts'
export {
  answerComment,
  commentSlide,
  mergeReview,
  resolveComment,
  signSlides,
  unsignSlide,
} from './actions/review-slides.ts'
export { setHeading } from './actions/set-heading.ts'
export { type ImprintName, imprintOnCover, setImprint } from './actions/set-imprint.ts'
export { setLayout } from './actions/set-layout.ts'
export { setPoints, type WantedPoint } from './actions/set-points.ts'
export { setSetting } from './actions/set-setting.ts'
export { ownSlide, splitSlide } from './actions/split-slide.ts'
export {
  type Comparison,
  compareVersion,
  isEdited,
  type ParagraphChange,
  type TouchedSlide,
  takeUnedited,
  takeVersion,
  type VersionChange,
} from './actions/take-version.ts'
export { toggleClause } from './actions/toggle-clause.ts'
export {
  bytesOf,
  type DeckState,
  type EditedFile,
  type EditedSlide,
  filesOf,
  openState,
  textOfFile,
} from './deck-state.ts'
export { begin, broughtUp, done, goneOn, type History, redo, type Step, undo } from './history.ts'
export { leftOutIn } from './left-out.ts'
export { replaceLines } from './lines.ts'
export { type MergedState, mergeFile } from './merge-files.ts'
export { type MergedFolder, mergeFolder, type TheirFiles } from './merge-folder.ts'
export { deckReview, reviewIn, signedTexts } from './reviewed.ts'
export { isSameBytes } from './same-bytes.ts'
export { notesOf, type Picture, partsOf, type SlidePart, type SlideParts } from './slide-parts.ts'
export { type Piece, piecesOf, type Shown, type SlideWords, shownBy, slideWords } from './source-words.ts'
export { overlap, spansOf } from './spans.ts'
export { typedText } from './typed.ts'
export { fileOf, placeOf, slideOf, slidesOf, withText } from './within.ts'
