### Тексти публічного повідомлення про контакти. Жодне речення не називає причин і не каже більше,
### ніж дозволяє його запис у `core/readout/limits.py`.

## Дні та числа

month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
date = { $day }{"\u00A0"}{ $month } { $year }{"\u00A0"}року
date-of-year = { $day }{"\u00A0"}{ $month }
date-of-month = { $day }
span = { $first } – { $last }
on-day = { $date }
on-day-at = { $date } о { $clock } ({ $zone })
between-days = у період з { $first } по { $last }
one-of-days = в один із днів з { $first } по { $last }
decimal-sign = ,
amount-exact = { $number }
amount-least = щонайменше { $least }
amount-between = від { $least } до { $most }
list = { $others } та { $last }

## Сторони

party-US = США
    .genitive = США
    .dative = США
party-RU = Росія
    .genitive = Росії
    .dative = Росії
party-UA = Україна
    .genitive = України
    .dative = Україні
party-PL = Польща
    .genitive = Польщі
    .dative = Польщі
party-ROK = Республіка Корея
    .genitive = Республіки Корея
    .dative = Республіці Корея
party-DPRK = КНДР
    .genitive = КНДР
    .dative = КНДР
party-UNC = Командування ООН
    .genitive = Командування ООН
    .dative = Командуванню ООН
party-other = «{ $name }»
    .genitive = «{ $name }»
    .dative = «{ $name }»

## Канали

channel-minister = Міністри оборони
channel-chief_of_staff = Начальники генеральних штабів
channel-foreign_minister = Міністри закордонних справ
channel-security_adviser = Радники з безпеки
channel-leaders_line = Лінія керівників держав
channel-intelligence = Розвідувальні служби
channel-diplomatic = Міністерства закордонних справ
channel-embassy = Посольство
channel-attache = Військові аташе
channel-deconfliction_line = Лінія запобігання інцидентам
channel-syria_deconfliction_line = Лінія запобігання інцидентам у Сирії
channel-treaty_notification = Повідомлення за договорами
channel-liaison_line = Лінія зв’язку
channel-liaison_office = Бюро зв’язку
channel-military_line = Військова лінія
channel-military_line_east = Військова лінія, схід
channel-military_line_west = Військова лінія, захід
channel-panmunjom_line = Лінія в Пханмунджомі
channel-ship_radio = Суднове радіо
channel-unc_kpa_line = Лінія Командування ООН
channel-all_lines = Усі лінії
channel-undisclosed = Канал не названо
channel-other = { $name }

## Спроби за повідомленнями опублікованих джерел

tries-call = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] спроби
           *[other] спроб
        }
       *[other] { $amount_count ->
            [one] спроба
            [few] спроби
           *[many] спроб
        }
    } { $from_genitive } додзвонитися до { $to_genitive }
tries-check = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] перевірки
           *[other] перевірок
        }
       *[other] { $amount_count ->
            [one] перевірка
            [few] перевірки
           *[many] перевірок
        }
    } лінії з боку { $from_genitive }
tries-request = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] прохання
           *[other] прохань
        }
       *[other] { $amount_count ->
            [one] прохання
            [few] прохання
           *[many] прохань
        }
    } { $from_genitive } до { $to_genitive } про розмову
tries-meeting = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] зустрічі
           *[other] зустрічей
        }
       *[other] { $amount_count ->
            [one] зустріч
            [few] зустрічі
           *[many] зустрічей
        }
    } представників { $from_genitive } та { $to_genitive }
tries-message = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] повідомлення
           *[other] повідомлень
        }
       *[other] { $amount_count ->
            [one] повідомлення
            [few] повідомлення
           *[many] повідомлень
        }
    } від { $from_genitive } до { $to_genitive }
tries-notice = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] сповіщення
           *[other] сповіщень
        }
       *[other] { $amount_count ->
            [one] сповіщення
            [few] сповіщення
           *[many] сповіщень
        }
    } від { $from_genitive } до { $to_genitive }
tries-other = { $amount } { $amount_form ->
        [between] { $amount_count ->
            [one] спроби
           *[other] спроб
        }
       *[other] { $amount_count ->
            [one] спроба
            [few] спроби
           *[many] спроб
        }
    } { $from_genitive } зв’язатися з іншою стороною: { $to }
attempts = { $when } зафіксовано: { $tries }.
attempts-unpublished = { $when } зафіксовано: { $tries }; кількість не опубліковано.
attempts-unknown = { $when } зафіксовано: { $tries }; кількість за цей період невідома.
single-answered = { $when } { $kind ->
        [call] відбулася розмова представників { $from_genitive } та { $to_genitive }
        [check] на перевірку лінії з боку { $from_genitive } відповіли з боку { $to_genitive }
        [request] прохання { $from_genitive } до { $to_genitive } про розмову було прийнято
        [meeting] відбулася зустріч представників { $from_genitive } та { $to_genitive }
        [message] на повідомлення від { $from_genitive } відповіли з боку { $to_genitive }
        [notice] на сповіщення від { $from_genitive } відповіли з боку { $to_genitive }
       *[other] на звернення { $from_genitive } відповіли з боку { $to_genitive }
    }.
single-delivered = { $when } { $kind ->
        [notice] сповіщення
       *[other] повідомлення
    } від { $from_genitive } до { $to_genitive } було доставлено.
all-answered = { $kind ->
        [request] Усі вони були прийняті.
        [meeting] Усі вони відбулися.
       *[other] На кожну спробу була відповідь.
    }
all-delivered = Усі вони були доставлені.
none-answered = { $count ->
        [1] { $kind ->
            [request] Його не було прийнято.
            [meeting] Вона не відбулася.
           *[other] Відповіді на неї не було.
        }
       *[other] { $kind ->
            [request] Жодного з них не було прийнято.
            [meeting] Жодна з них не відбулася.
            [message] На жодне з них відповіді не було.
            [notice] На жодне з них відповіді не було.
           *[other] На жодну з них відповіді не було.
        }
    }
not-known-which = Джерела не повідомляють, чи це була відмова, чи відсутність відповіді.
some-not-known-which = Скільки з них без зазначення, чи це була відмова, чи відсутність відповіді: { $amount }.
some-answered = Скільки з них із відповіддю: { $amount }, а саме { $dates }.
some-delivered = Скільки з них доставлено: { $amount }.
some-declined = { $single ->
        [yes] За повідомленнями джерел, це була відмова.
       *[no] Скільки з них відхилено, за повідомленнями джерел: { $amount }.
    }
some-no-answer = Скільки з них залишилося без відповіді: { $amount }.
some-busy = Скільки разів інша сторона була зайнята, за повідомленнями джерел: { $amount }.
some-unattended = Скільки разів нікого не було на чергуванні, за повідомленнями джерел: { $amount }.
some-withdrawn = Скільки з них відкликано стороною, що викликала: { $amount }.
some-unreachable = Скільки з них не пройшло: { $amount }.
some-doubtful = { $single ->
        [yes] Немає певності, чи була відповідь.
       *[no] Скільки з них, де немає певності, чи була відповідь: { $amount }.
    }
some-other = Скільки з них, чий наслідок зазначено лише в джерелах: { $amount }.
uncertain = Позначено як неточне: { $what }.
doubt-dates = дати
doubt-number = кількість спроб
doubt-outcome = наслідок
doubt-direction = хто до кого звертався
doubt-initiator = з чиєї ініціативи був контакт
reaching-answered = З { $first } і далі за кінцем періоду значаться { $kind ->
        [check] перевірки лінії, на які щоразу відповідали
        [call] розмови, які щоразу відбувалися
        [notice] сповіщення, які щоразу було доставлено
       *[other] контакти
    }; скільки з них припадає на період, невідомо.

## Останній контакт і мовчання

last-contact = Останній контакт, зафіксований до кінця періоду, був { $when }.
last-contact-disputed = Останній контакт, зафіксований до кінця періоду, був { $when }; джерела називають різні дні.
last-contact-signed = Останній контакт до кінця періоду, який у записах підписала людина, був { $when }.
last-sign-signed = Останній сигнал від вузла іншої сторони, записаний до кінця періоду, був { $when }.
no-contact = Відтоді до { $until } контактів не зафіксовано: { $days } { $days_form ->
        [exact] { $days_count ->
            [one] день
            [few] дні
           *[many] днів
        }
       *[other] { $days_count ->
            [one] дня
           *[other] днів
        }
    }.
no-contact-before = До кінця періоду достовірних контактів не зафіксовано.
unanswered-since = На спроби { $from_genitive }, зроблені { $when } або пізніше, відповіді не зафіксовано.
longest-silence = Найдовший проміжок без зафіксованих контактів, що припадає на період: { $days } { $days_form ->
        [exact] { $days_count ->
            [one] день
            [few] дні
           *[many] днів
        }
       *[other] { $days_count ->
            [one] дня
           *[other] днів
        }
    }.

## Сама лінія та обставини

line-established = { $when } цю лінію було встановлено; її сторони: { $from } та { $to }.
line-cut = { $when } цю лінію було відключено.
line-suspended = { $when } роботу цієї лінії було призупинено.
line-not-used = { $when } цю лінію, за повідомленнями джерел, не використовували.
incident = { $when } зафіксовано подію; це не контакт. Хроніка описує її такими словами: «{ $words }»
incident-distance = Відстань за джерелами: { $distance }{"\u00A0"}км{ $differ ->
        [yes] ; джерела розходяться
       *[no] {""}
    }.
incident-limit = Об’єкт, від якого рахуються ці відстані й для якого задано межу { $limit }{"\u00A0"}км, { $verdict ->
        [within] отримав би тривогу: усі вказані відстані лежать у межі
        [perhaps] отримав би тривогу: найменша вказана відстань лежить у межі, найбільша — ні, а що може лежати в межі, вважається таким, що лежить у ній
       *[beyond] не отримав би тривоги: усі вказані відстані лежать за межею
    }. { $announced ->
        [yes] Сповіщення цієї сторони того дня значиться; чи стосувалося воно цього, невідомо.
       *[no] Сповіщення про це не значиться.
    }

## Підписані спроби: що показують докази

subject = { $kind ->
        [call] { $count ->
            [one] { $count } виклик
            [few] { $count } виклики
           *[many] { $count } викликів
        }
        [check] { $count ->
            [one] { $count } перевірка лінії
            [few] { $count } перевірки лінії
           *[many] { $count } перевірок лінії
        }
        [request] { $count ->
            [one] { $count } прохання про розмову
            [few] { $count } прохання про розмову
           *[many] { $count } прохань про розмову
        }
        [message] { $count ->
            [one] { $count } повідомлення
            [few] { $count } повідомлення
           *[many] { $count } повідомлень
        }
        [notice] { $count ->
            [one] { $count } сповіщення
            [few] { $count } сповіщення
           *[many] { $count } сповіщень
        }
       *[other] { $count ->
            [one] { $count } спроба
            [few] { $count } спроби
           *[many] { $count } спроб
        }
    } від { $from_genitive } до { $to_genitive }
none-answered-recorded = У записах немає відповіді на жодну з цих спроб.
signed-attempted = { $when }: { subject }; спробу зафіксовано за годинником і записами сторони, що викликала.
signed-withdrawn = { $when }: { subject }; спробу зроблено й відкликано стороною, що викликала.
signed-unreachable = { $when }: { subject }; спробу зроблено, вузол сторони, що викликала, не зафіксував сигналу іншого вузла.
signed-existed = { $when }: { subject }; спробу засвідчено печаткою свідка.
signed-not-collected = { $when }: { subject }; залишено в нейтральній поштовій скриньці й не забрано.
signed-reached = { $when }: { subject }; досягнуто вузла { $to_genitive }.
signed-delivered = { $when }: { subject }; доставлено на вузол { $to_genitive }.
signed-check-answered = { $when }: { subject }; вузол { $to_genitive } відповів.
signed-unattended = { $when }: { subject }; досягнуто вузла { $to_genitive }, який повідомляє, що на посту «{ $desk }» нікого не було на чергуванні.
signed-rang = { $when }: { subject }; сигнал лунав на посту «{ $desk }».
signed-rang-out = { $when }: { subject }; сигнал лунав на посту «{ $desk }», відповіді не було.
signed-declined = { $when }: { subject }; відхилено { $named ->
        [yes] черговим «{ $officer }»
       *[no] черговим
    }{ $given ->
        [code] {""}, зазначена причина: { $reason }
        [none] {""}, без зазначення причини
       *[unknown] {""}
    }.
signed-busy = { $when }: { subject }; { $named ->
        [yes] черговий «{ $officer }»
       *[no] черговий
    } повідомив, що зайнятий.
signed-answered = { $when }: { subject }; відповів власник { $named ->
        [yes] ключа «{ $officer }»
       *[no] ключа чергового
    }.
signed-talked = { $when }: { subject }; відповів власник { $named ->
        [yes] ключа «{ $officer }»
       *[no] ключа чергового
    }, звук був в обидва боки.

## Що не враховано і чому

left-outside = { $count ->
        [one] { $count } відомість лежить
        [few] { $count } відомості лежать
       *[many] { $count } відомостей лежать
    } поза періодом.
left-beyond = { $count ->
        [one] { $count } відомість виходить
        [few] { $count } відомості виходять
       *[many] { $count } відомостей виходять
    } за межі періоду; скільки з цього припадає на період, невідомо.
left-overlaps = { $count ->
        [one] { $count } відомість перетинається
        [few] { $count } відомості перетинаються
       *[many] { $count } відомостей перетинаються
    } в часі з врахованими; може йтися про ті самі спроби.
left-led-to-call = { $count ->
        [one] { $count } прохання привело до врахованої розмови.
        [few] { $count } прохання привели до врахованих розмов.
       *[many] { $count } прохань привели до врахованих розмов.
    }
left-no-attempt = { $count ->
        [one] { $count } відомість
        [few] { $count } відомості
       *[many] { $count } відомостей
    } – не спроба зв’язатися з іншою стороною.
left-incident = { $count ->
        [one] { $count } відомість про подію наведено
        [few] { $count } відомості про події наведено
       *[many] { $count } відомостей про події наведено
    } лише як обставини.
left-statement = { $count ->
        [one] { $count } публічна заява, не надіслана
        [few] { $count } публічні заяви, не надіслані
       *[many] { $count } публічних заяв, не надісланих
    } іншій стороні.
left-cancellation = { $count ->
        [one] { $count } скасування
        [few] { $count } скасування
       *[many] { $count } скасувань
    }: це не спроба зв’язатися з іншою стороною.
left-exchange = { $count ->
        [one] { $count } здійснений обмін
        [few] { $count } здійснені обміни
       *[many] { $count } здійснених обмінів
    }: це не спроба зв’язатися з іншою стороною.
left-line-event = { $count ->
        [one] { $count } відомість
        [few] { $count } відомості
       *[many] { $count } відомостей
    } про саму лінію, а не про спробу зв’язатися з іншою стороною.

## Навколо речень

kicker = Публічне повідомлення про контакти
exercise = НАВЧАННЯ
exercise-note = Це повідомлення належить до навчань. Про справжні контакти воно не повідомляє.
label-drawn = Основа
label-period = Період
label-as-of = Станом на
label-basis = Докази
drawn = { $name }; враховано { $counted } із { $known } відомостей
up-to = до { $last }
basis-source = опубліковані повідомлення, зібрані людьми; самі контакти ніхто не підписував
basis-signed = підписані записи, класи доказів { $classes }
basis-none = нічого не враховано
no-cause = Цей текст каже, що зафіксовано, і нічого не каже про те, чому це сталося чи не сталося.
part-context = Обставини, не контакти
part-left-out = Що не враховано і чому
part-sources = Джерела
sources-note = Назви посад наведено так, як їх пише джерело.
strip-title = Стрічка контактів
strip-description = Кожна спроба на своєму дні, одна доріжка на кожен канал. Кожен знак нижче описано й словами.
map-title = Оголошені райони
map-title-newest = Оголошені райони, останні { $shown } з { $all }
map-description = Кожен оголошений район зі стороною і записом: суцільна лінія — район першої сторони, штрихова — другої, пунктир — ніким не підтверджений. Кожен описано нижче й словами.
map-coast = Берегова лінія: Natural Earth; кордони не показано
sign-answered = відповідь отримано або контакт відбувся
sign-delivered = доставлено
sign-declined = відхилено або зайнято
sign-no-answer = без відповіді
sign-not-known = наслідок невідомий або неточний
sign-band = день невідомий: будь-який із днів під смугою
sign-beyond = відкритий кінець: виходить за межі періоду, не враховано
attached = Факти, на яких ґрунтується цей текст, додано до файлу як { $name }.
