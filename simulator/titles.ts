/** What the portal calls a link that was given no title. */
export interface DefaultTitles {
  readonly shared: string;
  readonly invitation: string;
  readonly fillOut: string;
}

/**
 * The default titles of DocSpace 3.7.2 in all its languages: a link keeps the one of the language of whoever made it
 * (section H2).
 */
export const DEFAULT_TITLES = {
  'ar-SA': { shared: 'رابط المشاركة', invitation: 'رابط الدعوة', fillOut: 'رابط تعبئة النموذج' },
  az: { shared: 'Paylaşılan keçid', invitation: 'Dəvət keçidi', fillOut: 'Doldurmaq üçün link' },
  bg: { shared: 'Споделен линк', invitation: 'Линк за покана', fillOut: 'Линк за попълване' },
  cs: { shared: 'Sdílený odkaz', invitation: 'Odkaz na pozvánku', fillOut: 'Odkaz k vyplnění' },
  de: { shared: 'Gemeinsamer Link', invitation: 'Einladungs-Link', fillOut: 'Link zum Ausfüllen' },
  'el-GR': {
    shared: 'Κοινόχρηστος σύνδεσμος',
    invitation: 'Σύνδεσμος πρόσκλησης',
    fillOut: 'Σύνδεσμος για συμπλήρωση',
  },
  en: { shared: 'Shared link', invitation: 'Invitation link', fillOut: 'Link to fill out' },
  es: { shared: 'Enlace compartido', invitation: 'Enlace de invitación', fillOut: 'Enlace para rellenar' },
  fi: { shared: 'Jaettu linkki', invitation: 'Kutsulinkki', fillOut: 'Linkki täyttämiseen' },
  fr: { shared: 'Lien partagé', invitation: "Lien d'invitation", fillOut: 'Lien pour remplir' },
  'hy-AM': { shared: 'Համօգտագործվող հղում', invitation: 'Հրավերի հղում', fillOut: 'Հղում լրացնելու համար' },
  it: { shared: 'Link condiviso', invitation: 'Link di invito', fillOut: 'Link per la compilazione' },
  'ja-JP': { shared: '共有リンク', invitation: '招待リンク', fillOut: 'フォーム記入用のリンク' },
  'ko-KR': { shared: '공유 링크', invitation: '초대 링크', fillOut: '작성 링크' },
  lv: { shared: 'Koplietotā saite', invitation: 'Ielūguma saite', fillOut: 'Aizpildāmā saite' },
  nl: { shared: 'Gedeelde link', invitation: 'Uitnodiging link', fillOut: 'Link om in te vullen' },
  pl: { shared: 'Udostępniony link', invitation: 'Link z zaproszeniem', fillOut: 'Link do wypełnienia' },
  pt: { shared: 'Link compartilhado', invitation: 'Link do convite', fillOut: 'Link para preencher' },
  'pt-BR': { shared: 'Link compartilhado', invitation: 'Link de convite', fillOut: 'Link para preencher' },
  ro: { shared: 'Link-ul partajat', invitation: 'Link-ul de invitație', fillOut: 'Linkul pentru completare' },
  ru: { shared: 'Ссылка для доступа', invitation: 'Пригласительная ссылка', fillOut: 'Ссылка для заполнения' },
  sk: { shared: 'Zdieľaný odkaz', invitation: 'Odkaz na pozvánku', fillOut: 'Odkaz na vyplnenie' },
  sl: { shared: 'Povezava v skupni rabi', invitation: 'Povezava za povabilo', fillOut: 'Povezava za izpolnitev' },
  'sq-AL': { shared: 'Lidhje e shpërndarë', invitation: 'Lidhja e ftesës', fillOut: 'Lidhje për të plotësuar' },
  'sr-Cyrl-RS': { shared: 'Дељени линк', invitation: 'Позивни линк', fillOut: 'Линк за попуњавање' },
  'sr-Latn-RS': { shared: 'Deljeni link', invitation: 'Pozivni link', fillOut: 'Link za popunjavanje' },
  tr: { shared: 'Paylaşılan bağlantı', invitation: 'Davetiye bağlantısı', fillOut: 'Doldurulacak bağlantı' },
  'uk-UA': { shared: 'Спільне посилання', invitation: 'Посилання-запрошення', fillOut: 'Посилання для заповнення' },
  vi: { shared: 'Liên kết được chia sẻ', invitation: 'Liên kết lời mời', fillOut: 'Liên kết để điền' },
  'zh-CN': { shared: '共享链接', invitation: '邀请链接', fillOut: '填写链接' },
} as const satisfies Readonly<Record<string, DefaultTitles>>;

/** A language of the portal and of its people. */
export type Culture = keyof typeof DEFAULT_TITLES;
