// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * User-data and extension folders of its own for one VS Code: a person's profile is never touched.
 *
 * @typedef {object} Profile
 * @property {string} folder
 * @property {string} userData
 * @property {string} extensions
 */

/**
 * @typedef {object} ProfileOptions
 * @property {string} [folder] where to keep the profile; without it a temporary folder that `removeProfile` deletes
 * @property {string} [extensions] a folder of extensions that is already there
 * @property {string} [theme] id of a colour theme
 * @property {'en' | 'zh-cn'} [locale]
 * @property {Readonly<Record<string, unknown>>} [settings] on top of the calm ones
 */

/** Nothing that asks, updates, greets or talks to anybody. */
const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'window.autoDetectColorScheme': false,
};

/**
 * @param {ProfileOptions} [options]
 * @returns {Profile}
 */
export function createProfile({ folder, extensions, theme, locale = 'en', settings = {} } = {}) {
  const base = folder ?? mkdtempSync(join(tmpdir(), 'tinyml-vscode-'));
  const profile = {
    folder: base,
    userData: join(base, 'data'),
    extensions: extensions ?? join(base, 'extensions'),
  };
  const user = join(profile.userData, 'User');
  mkdirSync(user, { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });

  const themed = theme ? { 'workbench.colorTheme': theme } : {};
  writeJson(join(user, 'settings.json'), { ...calmSettings, ...themed, ...settings });
  if (locale !== 'en') speak(profile, locale);
  return profile;
}

/** @param {Profile} profile */
export function removeProfile(profile) {
  rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * An empty language pack: VS Code itself stays English, extensions speak their own translations.
 *
 * @param {Profile} profile
 * @param {string} locale
 */
export function speak(profile, locale) {
  const translations = join(profile.userData, `${locale}.json`);
  writeJson(translations, { contents: {} });
  writeJson(join(profile.userData, 'languagepacks.json'), {
    [locale]: {
      hash: locale,
      label: locale,
      extensions: [{ extensionIdentifier: { id: `test.language-pack-${locale}` }, version: '1.0.0' }],
      translations: { vscode: translations },
    },
  });
  writeJson(join(profile.userData, 'User', 'argv.json'), { locale });
}

/**
 * @param {string} path
 * @param {unknown} value
 */
function writeJson(path, value) {
  writeFileSync(path, JSON.stringify(value, undefined, 2));
}
