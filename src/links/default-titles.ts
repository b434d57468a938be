import { folded } from './folded.ts';
import { stripInvisible } from './text.ts';

/** The titles that the portal gives links by itself, in one of its languages. */
interface PortalTitles {
  readonly external: string;
  readonly invitation: string;
  /** Of the link by which people fill in a form. */
  readonly fillOut: string;
}

/**
 * The default titles in every language of DocSpace 3.7.2. A link gets that of whoever makes it (portal.md H2). For
 * another language, add a line.
 */
export const portalTitles: Readonly<Record<string, PortalTitles>> = {
  'ar-SA': { external: 'رابط المشاركة', invitation: 'رابط الدعوة', fillOut: 'رابط تعبئة النموذج' },
  az: { external: 'Paylaşılan keçid', invitation: 'Dəvət keçidi', fillOut: 'Doldurmaq üçün link' },
  bg: { external: 'Споделен линк', invitation: 'Линк за покана', fillOut: 'Линк за попълване' },
  cs: { external: 'Sdílený odkaz', invitation: 'Odkaz na pozvánku', fillOut: 'Odkaz k vyplnění' },
  de: { external: 'Gemeinsamer Link', invitation: 'Einladungs-Link', fillOut: 'Link zum Ausfüllen' },
  'el-GR': {
    external: 'Κοινόχρηστος σύνδεσμος',
    invitation: 'Σύνδεσμος πρόσκλησης',
    fillOut: 'Σύνδεσμος για συμπλήρωση',
  },
  en: { external: 'Shared link', invitation: 'Invitation link', fillOut: 'Link to fill out' },
  es: { external: 'Enlace compartido', invitation: 'Enlace de invitación', fillOut: 'Enlace para rellenar' },
  fi: { external: 'Jaettu linkki', invitation: 'Kutsulinkki', fillOut: 'Linkki täyttämiseen' },
  fr: { external: 'Lien partagé', invitation: "Lien d'invitation", fillOut: 'Lien pour remplir' },
  'hy-AM': { external: 'Համօգտագործվող հղում', invitation: 'Հրավերի հղում', fillOut: 'Հղում լրացնելու համար' },
  it: { external: 'Link condiviso', invitation: 'Link di invito', fillOut: 'Link per la compilazione' },
  'ja-JP': { external: '共有リンク', invitation: '招待リンク', fillOut: 'フォーム記入用のリンク' },
  'ko-KR': { external: '공유 링크', invitation: '초대 링크', fillOut: '작성 링크' },
  lv: { external: 'Koplietotā saite', invitation: 'Ielūguma saite', fillOut: 'Aizpildāmā saite' },
  nl: { external: 'Gedeelde link', invitation: 'Uitnodiging link', fillOut: 'Link om in te vullen' },
  pl: { external: 'Udostępniony link', invitation: 'Link z zaproszeniem', fillOut: 'Link do wypełnienia' },
  pt: { external: 'Link compartilhado', invitation: 'Link do convite', fillOut: 'Link para preencher' },
  'pt-BR': { external: 'Link compartilhado', invitation: 'Link de convite', fillOut: 'Link para preencher' },
  ro: { external: 'Link-ul partajat', invitation: 'Link-ul de invitație', fillOut: 'Linkul pentru completare' },
  ru: { external: 'Ссылка для доступа', invitation: 'Пригласительная ссылка', fillOut: 'Ссылка для заполнения' },
  sk: { external: 'Zdieľaný odkaz', invitation: 'Odkaz na pozvánku', fillOut: 'Odkaz na vyplnenie' },
  sl: { external: 'Povezava v skupni rabi', invitation: 'Povezava za povabilo', fillOut: 'Povezava za izpolnitev' },
  'sq-AL': { external: 'Lidhje e shpërndarë', invitation: 'Lidhja e ftesës', fillOut: 'Lidhje për të plotësuar' },
  'sr-Cyrl-RS': { external: 'Дељени линк', invitation: 'Позивни линк', fillOut: 'Линк за попуњавање' },
  'sr-Latn-RS': { external: 'Deljeni link', invitation: 'Pozivni link', fillOut: 'Link za popunjavanje' },
  tr: { external: 'Paylaşılan bağlantı', invitation: 'Davetiye bağlantısı', fillOut: 'Doldurulacak bağlantı' },
  'uk-UA': { external: 'Спільне посилання', invitation: 'Посилання-запрошення', fillOut: 'Посилання для заповнення' },
  vi: { external: 'Liên kết được chia sẻ', invitation: 'Liên kết lời mời', fillOut: 'Liên kết để điền' },
  'zh-CN': { external: '共享链接', invitation: '邀请链接', fillOut: '填写链接' },
};

/** The title that the web client gives invitation links. */
export const webClientTitle = 'Invite';

const titles = new Set(
  [...Object.values(portalTitles).flatMap((one) => Object.values(one) as string[]), webClientTitle].map(simplified),
);

/** Whether DocSpace gives links this title by itself, in whatever language. */
export function isDefaultTitle(title: string): boolean {
  return titles.has(simplified(title));
}

/** The title without what nobody sees: case, the kind of spaces and of composition. */
function simplified(title: string): string {
  return folded(stripInvisible(title));
}
