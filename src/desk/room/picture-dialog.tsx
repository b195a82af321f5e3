import { signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addPicture } from '../../edit/index.ts'
import { act, current } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { Dialog } from './dialog.tsx'
import { FileField } from './file-field.tsx'

/** A picture that was brought, before it is known what it shows; `choose` for none yet. */
const brought = signal<File | 'choose' | null>(null)

export function askForPicture(file: File | 'choose' = 'choose'): void {
  brought.value = file
}

export const isPicture = ({ type }: { readonly type: string }): boolean => /^image\//.test(type)

/** Asks what a picture shows, and puts it on the slide. */
export function PictureDialog() {
  const text = useSignal('')
  const address = useSignal('')
  const file = brought.value
  useEffect(() => {
    if (!(file instanceof File)) return
    const reader = new FileReader()
    reader.onload = () => {
      address.value = String(reader.result)
    }
    reader.readAsDataURL(file)
  }, [file])
  if (!file) return null
  const close = (): void => {
    brought.value = null
    address.value = ''
    text.value = ''
  }
  const insert = async (): Promise<void> => {
    if (!(file instanceof File)) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const words = text.value.trim()
    close()
    act((state) => addPicture(state, current.value, { name: file.name || 'picture.png', bytes }, words))
  }
  return (
    <Dialog title={say.slide.insertPicture} onClose={close}>
      <form
        class="picture-form"
        onSubmit={(event) => {
          event.preventDefault()
          void insert()
        }}
      >
        <div>
          <FileField accept="image/*" onFile={(file) => (brought.value = file)}>
            {say.slide.choosePicture}
          </FileField>{' '}
          {file instanceof File && file.name}
        </div>
        {address.value && <img src={address.value} alt="" />}
        <label>
          {say.slide.pictureText}
          <input
            type="text"
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <footer>
          <button type="button" onClick={close}>
            {say.cancel}
          </button>
          <button type="submit" class="primary" disabled={!(file instanceof File)}>
            {say.slide.pictureDone}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
