export type MediaKind = 'picture' | 'video' | 'audio'

/** What browsers show, by the end of its name. */
const types: Readonly<Record<string, readonly [MediaKind, string]>> = {
  png: ['picture', 'image/png'],
  apng: ['picture', 'image/apng'],
  jpg: ['picture', 'image/jpeg'],
  jpeg: ['picture', 'image/jpeg'],
  jfif: ['picture', 'image/jpeg'],
  gif: ['picture', 'image/gif'],
  webp: ['picture', 'image/webp'],
  bmp: ['picture', 'image/bmp'],
  ico: ['picture', 'image/x-icon'],
  avif: ['picture', 'image/avif'],
  svg: ['picture', 'image/svg+xml'],
  mp4: ['video', 'video/mp4'],
  m4v: ['video', 'video/mp4'],
  mov: ['video', 'video/mp4'],
  webm: ['video', 'video/webm'],
  ogv: ['video', 'video/ogg'],
  mp3: ['audio', 'audio/mpeg'],
  m4a: ['audio', 'audio/mp4'],
  aac: ['audio', 'audio/aac'],
  ogg: ['audio', 'audio/ogg'],
  oga: ['audio', 'audio/ogg'],
  opus: ['audio', 'audio/ogg'],
  wav: ['audio', 'audio/wav'],
  flac: ['audio', 'audio/flac'],
}

/** What a file is by its name, of those that browsers show, and its media type; null for another. */
export function mediaOf(name: string): { readonly kind: MediaKind; readonly type: string } | null {
  const end = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const [kind, type] = (Object.hasOwn(types, end) ? types[end] : null) ?? []
  return kind && type ? { kind, type } : null
}

/** Whether a file is one that browsers show, by its name. */
export const isMedia = (name: string): boolean => mediaOf(name) !== null
