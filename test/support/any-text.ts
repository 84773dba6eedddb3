import fc from 'fast-check';

/** Any character there is. What fast-check calls `binary` is the same and takes a second to prepare, in each worker. */
const character = fc
  .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

/** Text of any characters, at most so many. */
export const anyText = (most?: number): fc.Arbitrary<string> => fc.string({ unit: character, ...(most ? { maxLength: most } : {}) });
