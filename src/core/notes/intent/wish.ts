/** What a customer may want of the desk: all that is ever offered where it is not clear, and all that a model may name. */
export const wishes = [
  'order',
  'status',
  'cancel',
  'reschedule',
  'change_address',
  'change_items',
  'reorder',
  'return',
  'complaint',
  'talk_to_person',
  'stop',
] as const;
export type Wish = (typeof wishes)[number];
export const isWish = (text: string): text is Wish => wishes.some((known) => known === text);
