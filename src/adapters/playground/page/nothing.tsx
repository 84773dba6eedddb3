/** What stands where a panel has nothing to show. */
export function Nothing({ text }: { text: string }) {
  return <p class="panel-none">{text}</p>;
}
