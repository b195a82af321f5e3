import type { ComponentChildren } from 'preact'

/** What a person clicks on, or comes to by Tab, to choose a file. */
export function FileField({
  kind = 'button',
  accept = '',
  id,
  onFile,
  children,
}: {
  readonly kind?: 'button' | 'zone'
  /** Which files are offered; all unless given. */
  readonly accept?: string
  readonly id?: string
  readonly onFile: (file: File) => void
  readonly children: ComponentChildren
}) {
  return (
    <label class={kind}>
      {children}
      <input
        type="file"
        accept={accept}
        id={id}
        class="unseen"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file can be chosen again.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
