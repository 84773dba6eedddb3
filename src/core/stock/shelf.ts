/** The name of a product's place at a location, as a key of a map. */
export const shelfOf = ({ location, sku }: { location: string; sku: string }): string => `${location} ${sku}`;
