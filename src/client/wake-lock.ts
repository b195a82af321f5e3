/** Keeps the screen from going dark while the page is seen, where the browser can and the system lets it. */
export function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  // The browser gives it back whenever the page is hidden.
  document.addEventListener('visibilitychange', ask)
  ask()
}
