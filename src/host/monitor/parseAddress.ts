/** `host:port`, `[::1]:port`; also with `tcp://` or `socket://` in front, as emulators print it. */
export function parseAddress(text: string): { readonly host: string; readonly port: number } | undefined {
  const match =
    /^(?:(?:tcp|socket|telnet):\/\/)?(?:\[([0-9a-f:.%\w]{2,64})\]|([^\s:[\]/]{1,253})):(\d{1,5})\/?$/i.exec(
      text.trim(),
    );
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  return host !== undefined && port >= 1 && port <= 65535 ? { host, port } : undefined;
}
