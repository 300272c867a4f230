### Тексты публичного сообщения о контактах. Ни одно предложение не называет причин и не говорит больше,
### чем допускает его запись в `core/readout/limits.py`.

## Дни и числа

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
date = { $day }{"\u00A0"}{ $month } { $year }{"\u00A0"}года
date-of-year = { $day }{"\u00A0"}{ $month }
date-of-month = { $day }
span = { $first } – { $last }
on-day = { $date }
on-day-at = { $date } в { $clock } ({ $zone })
between-days = в период с { $first } по { $last }
one-of-days = в один из дней с { $first } по { $last }
decimal-sign = ,
amount-exact = { $number }
amount-least = не менее { $least }
amount-between = от { $least } до { $most }
list = { $others } и { $last }

## Стороны

party-US = США
    .genitive = США
    .dative = США
party-RU = Россия
    .genitive = России
    .dative = России
party-UA = Украина
    .genitive = Украины
    .dative = Украине
party-PL = Польша
    .genitive = Польши
    .dative = Польше
party-ROK = Республика Корея
    .genitive = Республики Корея
    .dative = Республике Корея
party-DPRK = КНДР
    .genitive = КНДР
    .dative = КНДР
party-UNC = Командование ООН
    .genitive = Командования ООН
    .dative = Командованию ООН
party-other = «{ $name }»
    .genitive = «{ $name }»
    .dative = «{ $name }»

## Каналы

channel-minister = Министры обороны
channel-chief_of_staff = Начальники генеральных штабов
channel-foreign_minister = Министры иностранных дел
channel-security_adviser = Советники по безопасности
channel-leaders_line = Линия руководителей государств
channel-intelligence = Разведывательные службы
channel-diplomatic = Министерства иностранных дел
channel-embassy = Посольство
channel-attache = Военные атташе
channel-deconfliction_line = Линия предотвращения инцидентов
channel-syria_deconfliction_line = Линия предотвращения инцидентов в Сирии
channel-treaty_notification = Уведомления по договорам
channel-liaison_line = Линия связи
channel-liaison_office = Бюро связи
channel-military_line = Военная линия
channel-military_line_east = Военная линия, восток
channel-military_line_west = Военная линия, запад
channel-panmunjom_line = Линия в Пханмунджоме
channel-ship_radio = Судовая радиосвязь
channel-unc_kpa_line = Линия Командования ООН
channel-all_lines = Все линии
channel-undisclosed = Канал не назван
channel-other = { $name }

## Попытки по сообщениям опубликованных источников

tries-call = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] попытка
            [few] попытки
           *[many] попыток
        }
       *[other] { $amount_count ->
            [one] попытки
           *[other] попыток
        }
    } { $from_genitive } дозвониться до { $to_genitive }
tries-check = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] проверка
            [few] проверки
           *[many] проверок
        }
       *[other] { $amount_count ->
            [one] проверки
           *[other] проверок
        }
    } линии со стороны { $from_genitive }
tries-request = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] просьба
            [few] просьбы
           *[many] просьб
        }
       *[other] { $amount_count ->
            [one] просьбы
           *[other] просьб
        }
    } { $from_genitive } к { $to_dative } о разговоре
tries-meeting = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] встреча
            [few] встречи
           *[many] встреч
        }
       *[other] { $amount_count ->
            [one] встречи
           *[other] встреч
        }
    } представителей { $from_genitive } и { $to_genitive }
tries-message = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] сообщение
            [few] сообщения
           *[many] сообщений
        }
       *[other] { $amount_count ->
            [one] сообщения
           *[other] сообщений
        }
    } от { $from_genitive } к { $to_dative }
tries-notice = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] уведомление
            [few] уведомления
           *[many] уведомлений
        }
       *[other] { $amount_count ->
            [one] уведомления
           *[other] уведомлений
        }
    } от { $from_genitive } к { $to_dative }
tries-other = { $amount } { $amount_form ->
        [exact] { $amount_count ->
            [one] попытка
            [few] попытки
           *[many] попыток
        }
       *[other] { $amount_count ->
            [one] попытки
           *[other] попыток
        }
    } { $from_genitive } связаться с другой стороной: { $to }
attempts = { $when } отмечено: { $tries }.
attempts-unpublished = { $when } отмечено: { $tries }; число не опубликовано.
attempts-unknown = { $when } отмечено: { $tries }; число за этот период не известно.
single-answered = { $when } { $kind ->
        [call] состоялся разговор представителей { $from_genitive } и { $to_genitive }
        [check] на проверку линии со стороны { $from_genitive } ответили со стороны { $to_genitive }
        [request] просьба { $from_genitive } к { $to_dative } о разговоре была принята
        [meeting] состоялась встреча представителей { $from_genitive } и { $to_genitive }
        [message] на сообщение от { $from_genitive } ответили со стороны { $to_genitive }
        [notice] на уведомление от { $from_genitive } ответили со стороны { $to_genitive }
       *[other] на обращение { $from_genitive } ответили со стороны { $to_genitive }
    }.
single-delivered = { $when } { $kind ->
        [notice] уведомление
       *[other] сообщение
    } от { $from_genitive } к { $to_dative } было доставлено.
all-answered = { $kind ->
        [request] Все они были приняты.
        [meeting] Все они состоялись.
       *[other] На каждую попытку был получен ответ.
    }
all-delivered = Все они были доставлены.
none-answered = { $count ->
        [1] { $kind ->
            [request] Она не была принята.
            [meeting] Она не состоялась.
           *[other] Ответа на неё не было.
        }
       *[other] { $kind ->
            [request] Ни одна из них не была принята.
            [meeting] Ни одна из них не состоялась.
            [message] Ни на одно из них ответа не было.
            [notice] Ни на одно из них ответа не было.
           *[other] Ни на одну из них ответа не было.
        }
    }
not-known-which = Источники не сообщают, был ли это отказ или отсутствие ответа.
some-not-known-which = Сколько из них без указания, был ли это отказ или отсутствие ответа: { $amount }.
some-answered = Сколько из них с ответом: { $amount }, а именно { $dates }.
some-delivered = Сколько из них доставлено: { $amount }.
some-declined = { $single ->
        [yes] По сообщениям источников, это был отказ.
       *[no] Сколько из них отклонено, по сообщениям источников: { $amount }.
    }
some-no-answer = Сколько из них осталось без ответа: { $amount }.
some-busy = Сколько раз другая сторона была занята, по сообщениям источников: { $amount }.
some-unattended = Сколько раз никого не было на дежурстве, по сообщениям источников: { $amount }.
some-withdrawn = Сколько из них отозвано вызывающей стороной: { $amount }.
some-unreachable = Сколько из них не прошло: { $amount }.
some-doubtful = { $single ->
        [yes] Нет уверенности, был ли ответ.
       *[no] Сколько из них, где нет уверенности, был ли ответ: { $amount }.
    }
some-other = Сколько из них, исход которых указан только в источниках: { $amount }.
uncertain = Отмечено как неточное: { $what }.
doubt-dates = даты
doubt-number = число попыток
doubt-outcome = исход
doubt-direction = кто к кому обращался
doubt-initiator = по чьей инициативе был контакт
reaching-answered = С { $first } и далее за концом периода значатся { $kind ->
        [check] проверки линии, на которые каждый раз отвечали
        [call] разговоры, которые каждый раз состоялись
        [notice] уведомления, которые каждый раз были доставлены
       *[other] контакты
    }; сколько из них приходится на период, не известно.

## Последний контакт и молчание

last-contact = Последний контакт, отмеченный до конца периода, был { $when }.
last-contact-disputed = Последний контакт, отмеченный до конца периода, был { $when }; источники называют разные дни.
last-contact-signed = Последний контакт до конца периода, который в записях подписан человеком, был { $when }.
last-sign-signed = Последний сигнал от узла другой стороны, записанный до конца периода, был { $when }.
no-contact = С тех пор до { $until } контактов не отмечено: { $days } { $days_form ->
        [exact] { $days_count ->
            [one] день
            [few] дня
           *[many] дней
        }
       *[other] { $days_count ->
            [one] дня
           *[other] дней
        }
    }.
no-contact-before = До конца периода достоверных контактов не отмечено.
unanswered-since = На попытки { $from_genitive }, сделанные { $when } или позже, ответа не отмечено.
longest-silence = Самый длинный промежуток без отмеченных контактов, приходящийся на период: { $days } { $days_form ->
        [exact] { $days_count ->
            [one] день
            [few] дня
           *[many] дней
        }
       *[other] { $days_count ->
            [one] дня
           *[other] дней
        }
    }.

## Сама линия и обстоятельства

line-established = { $when } эта линия была установлена; её стороны: { $from } и { $to }.
line-cut = { $when } эта линия была отключена.
line-suspended = { $when } работа этой линии была приостановлена.
line-not-used = { $when } эта линия, по сообщениям источников, не использовалась.
incident = { $when } отмечено событие; это не контакт. Хроника описывает его такими словами: «{ $words }»
incident-distance = Расстояние по источникам: { $distance }{"\u00A0"}км{ $differ ->
        [yes] ; источники расходятся
       *[no] {""}
    }.
incident-limit = Объект, от которого считаются эти расстояния и для которого задан предел { $limit }{"\u00A0"}км, { $verdict ->
        [within] получил бы тревогу: все указанные расстояния лежат внутри предела
        [perhaps] получил бы тревогу: наименьшее указанное расстояние лежит внутри предела, наибольшее — нет, а что может лежать внутри, считается лежащим внутри
       *[beyond] не получил бы тревоги: все указанные расстояния лежат за пределом
    }. { $announced ->
        [yes] Уведомление этой стороны в тот день числится; относилось ли оно к этому, неизвестно.
       *[no] Уведомление об этом не числится.
    }

## Подписанные попытки: что показывают доказательства

subject = { $kind ->
        [call] { $count ->
            [one] { $count } вызов
            [few] { $count } вызова
           *[many] { $count } вызовов
        }
        [check] { $count ->
            [one] { $count } проверка линии
            [few] { $count } проверки линии
           *[many] { $count } проверок линии
        }
        [request] { $count ->
            [one] { $count } просьба о разговоре
            [few] { $count } просьбы о разговоре
           *[many] { $count } просьб о разговоре
        }
        [message] { $count ->
            [one] { $count } сообщение
            [few] { $count } сообщения
           *[many] { $count } сообщений
        }
        [notice] { $count ->
            [one] { $count } уведомление
            [few] { $count } уведомления
           *[many] { $count } уведомлений
        }
       *[other] { $count ->
            [one] { $count } попытка
            [few] { $count } попытки
           *[many] { $count } попыток
        }
    } от { $from_genitive } к { $to_dative }
none-answered-recorded = В записях нет ответа ни на одну из этих попыток.
signed-attempted = { $when }: { subject }; попытка отмечена по часам и записям вызывающей стороны.
signed-withdrawn = { $when }: { subject }; попытка сделана и отозвана вызывающей стороной.
signed-unreachable = { $when }: { subject }; попытка сделана, узел вызывающей стороны не отметил сигнала другого узла.
signed-existed = { $when }: { subject }; попытка отмечена печатью свидетеля.
signed-not-collected = { $when }: { subject }; оставлено в нейтральном почтовом ящике и не забрано.
signed-reached = { $when }: { subject }; достигнут узел { $to_genitive }.
signed-delivered = { $when }: { subject }; доставлено на узел { $to_genitive }.
signed-check-answered = { $when }: { subject }; узел { $to_genitive } ответил.
signed-unattended = { $when }: { subject }; достигнут узел { $to_genitive }, который сообщает, что на посту «{ $desk }» никого не было на дежурстве.
signed-rang = { $when }: { subject }; сигнал звучал на посту «{ $desk }».
signed-rang-out = { $when }: { subject }; сигнал звучал на посту «{ $desk }», ответа не было.
signed-declined = { $when }: { subject }; отклонено { $named ->
        [yes] дежурным «{ $officer }»
       *[no] дежурным
    }{ $given ->
        [code] {""}, указанная причина: { $reason }
        [none] {""}, без указания причины
       *[unknown] {""}
    }.
signed-busy = { $when }: { subject }; { $named ->
        [yes] дежурный «{ $officer }»
       *[no] дежурный
    } сообщил, что занят.
signed-answered = { $when }: { subject }; ответил владелец { $named ->
        [yes] ключа «{ $officer }»
       *[no] ключа дежурного
    }.
signed-talked = { $when }: { subject }; ответил владелец { $named ->
        [yes] ключа «{ $officer }»
       *[no] ключа дежурного
    }, звук был в обе стороны.

## Что не учтено и почему

left-outside = { $count ->
        [one] { $count } сведение лежит
        [few] { $count } сведения лежат
       *[many] { $count } сведений лежат
    } вне периода.
left-beyond = { $count ->
        [one] { $count } сведение выходит
        [few] { $count } сведения выходят
       *[many] { $count } сведений выходят
    } за пределы периода; сколько из этого приходится на период, не известно.
left-overlaps = { $count ->
        [one] { $count } сведение пересекается
        [few] { $count } сведения пересекаются
       *[many] { $count } сведений пересекаются
    } по времени с учтёнными; речь может идти об одних и тех же попытках.
left-led-to-call = { $count ->
        [one] { $count } просьба привела к учтённому разговору.
        [few] { $count } просьбы привели к учтённым разговорам.
       *[many] { $count } просьб привели к учтённым разговорам.
    }
left-no-attempt = { $count ->
        [one] { $count } сведение
        [few] { $count } сведения
       *[many] { $count } сведений
    } – не попытка связаться с другой стороной.
left-incident = { $count ->
        [one] { $count } сведение о событии приведено
        [few] { $count } сведения о событиях приведены
       *[many] { $count } сведений о событиях приведены
    } только как обстоятельства.
left-statement = { $count ->
        [one] { $count } публичное заявление, не направленное
        [few] { $count } публичных заявления, не направленных
       *[many] { $count } публичных заявлений, не направленных
    } другой стороне.
left-cancellation = { $count ->
        [one] { $count } отмена
        [few] { $count } отмены
       *[many] { $count } отмен
    }: это не попытка связаться с другой стороной.
left-exchange = { $count ->
        [one] { $count } состоявшийся обмен
        [few] { $count } состоявшихся обмена
       *[many] { $count } состоявшихся обменов
    }: это не попытка связаться с другой стороной.
left-line-event = { $count ->
        [one] { $count } сведение
        [few] { $count } сведения
       *[many] { $count } сведений
    } о самой линии, а не о попытке связаться с другой стороной.

## Вокруг предложений

kicker = Публичное сообщение о контактах
exercise = УЧЕНИЯ
exercise-note = Это сообщение относится к учениям. О настоящих контактах оно не сообщает.
label-drawn = Основа
label-period = Период
label-as-of = По состоянию на
label-basis = Доказательства
drawn = { $name }; учтено { $counted } из { $known } сведений
up-to = до { $last }
basis-source = опубликованные сообщения, собранные людьми; сами контакты никто не подписывал
basis-signed = подписанные записи, классы доказательств { $classes }
basis-none = ничего не учтено
no-cause = Этот текст говорит о том, что отмечено, и ничего не говорит о том, почему это произошло или не произошло.
part-context = Обстоятельства, не контакты
part-left-out = Что не учтено и почему
part-sources = Источники
sources-note = Названия должностей приведены так, как их пишет источник.
strip-title = Лента контактов
strip-description = Каждая попытка на своём дне, одна дорожка на каждый канал. Каждый знак ниже описан и словами.
map-title = Объявленные районы
map-title-newest = Объявленные районы, последние { $shown } из { $all }
map-description = Каждый объявленный район со стороной и записью: сплошная линия — район первой стороны, штриховая — второй, пунктир — никем не подтверждённый. Каждый описан ниже и словами.
map-coast = Береговая линия: Natural Earth; границы не показаны
sign-answered = ответ получен или контакт состоялся
sign-delivered = доставлено
sign-declined = отклонено или занято
sign-no-answer = без ответа
sign-not-known = исход не известен или неточен
sign-band = день не известен: любой из дней под полосой
sign-beyond = открытый конец: выходит за пределы периода, не учтено
attached = Факты, лежащие в основе этого текста, приложены к файлу как { $name }.
