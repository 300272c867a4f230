import type { Charts } from "./map-en.ts";

export const chart: Charts = {
  chart: {
    title: "Карта", list: "Список", both: "Карта и список", loading: "Карта загружается.", failed: "Этот браузер не показывает карту. В списке есть всё.",
    now: "сейчас", fixed: "ЗАДАННОЕ ВРЕМЯ: {time}", back_to_now: "Вернуться к текущему", hour: "Показанный час", nothing: "Ничего не объявлено; своих объектов и целей здесь нет.",
    here: "Середина карты", whole: "Показать всё", coast: "Только береговая линия. Границы и названия берутся из подписанных слоёв.",
    sort_approach: "Расстояние", sort_notice: "Уведомление", sort_site: "Свой объект", sort_track: "Цель", sort_layer: "Слой",
    side_ours: "наше", side_theirs: "их", side_third: "третья сторона", side_unknown: "неизвестно",
    what: "Что", who: "Чьё", name: "Название", place: "Место", measure: "Размер", state: "Состояние", show: "Показать на карте",
    state_issued: "действует", state_replaced: "заменено", state_cancelled: "отменено", state_expired: "истекло", state_unconfirmed: "район никто не подтвердил",
    state_caution: "приблизится", state_warning: "внутри предела", state_cleared: "удалилось", state_no_altitude: "высота неизвестна: считается внутри",
    state_agreed: "подписано обеими сторонами", state_one_sided: "подписано только автором", state_doubtful: "положение сомнительно",
    state_stale: "положение устарело", no_feeds: "Данные своих приёмников здесь не отслеживаются.", feed: "{feed}: {state}",
    feed_waiting: "ждёт", feed_live: "идёт", feed_stalled: "молчит: показанное устарело", feed_broken: "не работает",
    private: "Объекты и цели видны только нашей стороне.", legend: "○ наше · □ их · ◇ третья сторона · △ неизвестно",
  },
};
