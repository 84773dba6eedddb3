/**
 * Which version of the rules has made a reading: a fingerprint of how they read every golden note. `npm run eval -- --save` writes it, and a
 * test fails where the rules read otherwise and still go by this name.
 */
export const rulesVersion = 'rules-2bf978c7';
