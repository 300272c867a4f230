import type { Charts } from "./map-en.ts";

export const chart: Charts = {
  chart: {
    title: "Карта", list: "Список", both: "Карта і список", loading: "Карта завантажується.", failed: "Цей браузер не показує карту. У списку є все.",
    now: "зараз", fixed: "ЗАДАНИЙ ЧАС: {time}", back_to_now: "Повернутися до поточного", hour: "Показана година", nothing: "Нічого не оголошено; власних об’єктів і цілей тут немає.",
    here: "Середина карти", whole: "Показати все", coast: "Лише берегова лінія. Кордони й назви беруться з підписаних шарів.",
    sort_approach: "Відстань", sort_notice: "Сповіщення", sort_site: "Власний об’єкт", sort_track: "Ціль", sort_layer: "Шар",
    side_ours: "наше", side_theirs: "їхнє", side_third: "третя сторона", side_unknown: "невідомо",
    what: "Що", who: "Чиє", name: "Назва", place: "Місце", measure: "Розмір", state: "Стан", show: "Показати на карті",
    state_issued: "чинне", state_replaced: "замінено", state_cancelled: "скасовано", state_expired: "строк минув", state_unconfirmed: "район ніхто не підтвердив",
    state_caution: "наблизиться", state_warning: "усередині межі", state_cleared: "віддалилося", state_no_altitude: "висота невідома: вважається всередині",
    state_agreed: "підписано обома сторонами", state_one_sided: "підписано лише автором", state_doubtful: "положення сумнівне",
    state_stale: "положення застаріло", no_feeds: "Дані власних приймачів тут не відстежуються.", feed: "{feed}: {state}",
    feed_waiting: "чекає", feed_live: "працює", feed_stalled: "мовчить: показане застаріле", feed_broken: "не працює",
    private: "Об’єкти й цілі бачить лише наша сторона.", legend: "○ наше · □ їхнє · ◇ третя сторона · △ невідомо",
  },
};
