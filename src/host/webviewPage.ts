/**
 * One page in one panel: its html, its rights, and the channel to it.
 *
 * A page may vanish at any time, and a hidden one is unloaded: it says `ready` whenever it starts, is sent everything by
 * `onReady`, and from then on gets deltas. What is sent to a page that is not ready is dropped, since `onReady` follows.
 */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { Channel, type Handlers, type Side } from '../protocol/channel';
import { packNotFinite } from '../protocol/notFinite';
import type { Language } from '../../l10n/languages';
import { Disposable } from './dispose';

interface Event {
  readonly type: string;
}

interface Ready {
  readonly type: 'ready';
}

/** A side that only sends events. */
interface Events<Of extends Event> {
  readonly event: Of;
  readonly requests: NoRequests;
}

export type NoRequests = Readonly<Record<string, never>>;

/** The page: it says `ready` besides its events. */
interface PageSide<FromPage extends Event, Asked extends Side['requests']> {
  readonly event: FromPage | Ready;
  readonly requests: Asked;
}

/** What a page says besides its first word, `ready`. */
export type PageEvent<Page extends Side> = Exclude<Page['event'], { readonly type: 'ready' }>;

/** Where a page lives: a panel among the editors, or a view that behaves like one. */
export type PagePlace = Pick<vscode.WebviewPanel, 'webview' | 'visible' | 'onDidDispose' | 'dispose'> & {
  title?: string;
  iconPath?: vscode.WebviewPanel['iconPath'];
  readonly onDidChangeViewState: vscode.Event<unknown>;
};

export interface WebviewPageOptions<
  FromPage extends Event,
  Asked extends Side['requests'] = NoRequests,
  Place extends PagePlace = vscode.WebviewPanel,
> {
  readonly panel: Place;
  readonly extensionUri: vscode.Uri;
  readonly language: Language;
  /** Name of the bundle in `dist/webview`. */
  readonly bundle: string;
  readonly title: string;
  readonly onReady: () => void;
  readonly onEvent: (event: FromPage) => void;
  /** Answers what the page asks. */
  readonly handlers: Handlers<PageSide<FromPage, Asked>>;
}

export class WebviewPage<
  ToPage extends Event,
  FromPage extends Event,
  Asked extends Side['requests'] = NoRequests,
  Place extends PagePlace = vscode.WebviewPanel,
> extends Disposable {
  readonly panel: Place;
  private readonly channel: Channel<Events<ToPage>, PageSide<FromPage, Asked>>;
  private ready = false;

  constructor(options: WebviewPageOptions<FromPage, Asked, Place>) {
    super();
    const { panel, extensionUri } = options;
    this.panel = this.register(panel);
    this.channel = this.register(
      new Channel<Events<ToPage>, PageSide<FromPage, Asked>>(
        (envelope) => void panel.webview.postMessage(packNotFinite(envelope)),
        (event) => {
          if (!isReady(event)) {
            options.onEvent(event);
            return;
          }
          this.ready = true;
          options.onReady();
        },
        options.handlers,
      ),
    );
    this.register(panel.webview.onDidReceiveMessage((message) => this.channel.receive(message)));
    this.register(panel.onDidDispose(() => this.dispose()));
    this.register(
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.ready = false;
      }),
    );
    panel.title = options.title;
    // A view has its icon in the manifest.
    if ('iconPath' in panel) panel.iconPath = pageIcon(extensionUri, options.bundle);
    panel.webview.options = pageRights(extensionUri);
    panel.webview.html = pageHtml(panel.webview, extensionUri, options);
  }

  get isReady(): boolean {
    return this.ready && !this.isDisposed;
  }

  send(event: ToPage): void {
    if (this.isReady) this.channel.send(event);
  }
}

/** A page reads what we ship, and nothing of the person's files. */
export function pageRights(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [
      vscode.Uri.joinPath(extensionUri, 'dist'),
      vscode.Uri.joinPath(extensionUri, 'media'),
    ],
  };
}

function pageIcon(extensionUri: vscode.Uri, page: string): vscode.WebviewPanel['iconPath'] {
  const icon = (theme: 'light' | 'dark'): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, 'media', 'icons', `${page}-${theme}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}

function isReady(event: Event): event is Ready {
  return event.type === 'ready';
}

function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: { readonly bundle: string; readonly title: string; readonly language: Language },
): string {
  const nonce = randomBytes(16).toString('base64');
  // The toolkit probes for :focus-visible with an empty style element of its own and takes its nonce from a meta element.
  const styleNonce = randomBytes(16).toString('base64');
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  const csp = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${styleNonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${page.language.tag}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${csp}">
  <meta property="csp-nonce" content="${styleNonce}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${file(`${page.bundle}.css`)}">
  <title>${escapeHtml(page.title)}</title>
</head>
<body>
  <script type="application/json" id="sentences" nonce="${nonce}">${jsonForScript(page.language.sentences)}</script>
  <script nonce="${nonce}" src="${file(`${page.bundle}.js`)}"></script>
</body>
</html>`;
}

/** JSON that cannot end the script element it stands in. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
