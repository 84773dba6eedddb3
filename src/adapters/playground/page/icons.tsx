const paths = {
  send: 'M3 10.2 17 3.4l-4.6 13.4-3-5.6L3 10.2Zm6.4 1L17 3.4',
  eye: 'M2 10s3-5.4 8-5.4S18 10 18 10s-3 5.4-8 5.4S2 10 2 10Zm8 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  clock: 'M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4ZM10 6v4.2l2.8 1.8',
  reset: 'M3.6 10a6.4 6.4 0 1 1 2 4.6M3.4 15.4l.2-3.6 3.6.2',
  chevron: 'm5.5 7.8 4.5 4.5 4.5-4.5',
  check: 'm4.6 10.6 3.4 3.4 7.4-8',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'M10 4v11m-4.4-4.6L10 15l4.4-4.6',
  hash: 'M7.6 3.4 6 16.6M14 3.4l-1.6 13.2M3.8 7.4h13M3.2 12.6h13',
  message: 'M3.4 4.4h13.2v9H9l-3.6 3v-3h-2v-9Z',
  alert: 'M10 6.4v4.4m0 2.6v.2M10 2.9 18 16.6H2L10 2.9Z',
  clip: 'm15.6 9.3-5.9 5.9a3.4 3.4 0 0 1-4.8-4.8l6.4-6.4a2.3 2.3 0 0 1 3.2 3.2l-6.3 6.3a1.1 1.1 0 0 1-1.6-1.6l5.4-5.4',
  reply: 'M8 4.6 3.4 9 8 13.4M3.8 9h6.6c3.4 0 6 2 6.2 6.4',
  globe:
    'M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4ZM3 10h14M10 2.8c2.4 2 3 4.6 3 7.2s-.6 5.2-3 7.2c-2.4-2-3-4.6-3-7.2s.6-5.2 3-7.2Z',
  forward: 'M4 5.2 10 10l-6 4.8V5.2Zm6.4 0 6 4.8-6 4.8V5.2Z',
} as const;

/** A line drawing beside a word; screen readers pass over it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
