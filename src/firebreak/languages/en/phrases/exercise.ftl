## Exercises, firing, launches

we-will-fire-for-training = We will fire for training only. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }. Please keep clear.
    .spoken = training fire

we-are-moving-convoy =
    We are moving a convoy of { $count ->
        [one] { $count } vehicle
       *[other] { $count } vehicles
    }. From: { $start }. To: { $goal }. Departure: { $at }.
    .spoken = convoy is moving

we-are-clearing-mines = We are clearing mines. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }. Explosions there are not an attack.
    .spoken = clearing mines

exercise-begins = An exercise of ours is taking place there. It is not directed against you. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = this is an exercise

exercise-forces =
    The exercise announced there involves { $count ->
        [one] { $count } vehicle
       *[other] { $count } vehicles
    } and { $people } persons. Position: { $place }. Start: { $at }.
    .spoken = size of the exercise

exercise-ended = Our exercise there has ended. The area is free. Position: { $place }. Time: { $at }.
    .spoken = exercise has ended

exercise-cancelled = Our exercise announced for { $at } there will not take place. Position: { $place }.
    .spoken = exercise is cancelled

missile-exercise = We are preparing a missile exercise. Please keep clear in the direction { NUMBER($bearing, minimumIntegerDigits: 3) }° from there. Position: { $place }. From { $at } to { $until }.
    .spoken = missile exercise

gunnery-exercise = We are preparing a gunnery exercise. Please keep clear in the direction { NUMBER($bearing, minimumIntegerDigits: 3) }° from there. Position: { $place }. From { $at } to { $until }.
    .spoken = gunnery exercise

explosive-charges = We are working with explosive charges. These explosions are not an attack. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = explosive charges

torpedo-exercise = We are preparing torpedo firings for training. Please keep clear in the direction { NUMBER($bearing, minimumIntegerDigits: 3) }° from there. Position: { $place }. From { $at } to { $until }.
    .spoken = torpedo exercise

landing-exercise = We are exercising a landing with small boats on our own coast. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = landing exercise

weapon-system-check =
    We are checking our { $checked ->
        [guns] guns
       *[rockets] rocket systems
    }. Nothing will be fired. Position: { $place }. Until { $until }.
    .spoken = checking weapons, no firing

towed-target-firing = Aircraft will fire at a towed target. Please keep clear in the direction { NUMBER($bearing, minimumIntegerDigits: 3) }° from there. Position: { $place }. From { $at } to { $until }.
    .spoken = firing at a towed target

missile-test-launch = We will launch a missile for testing. Launch area: { $start }. Impact area: { $goal }. From { $at } to { $until }. This is not an attack.
    .spoken = missile test launch

space-launch = We will launch a space rocket. Launch site: { $start }. Course: { NUMBER($heading, minimumIntegerDigits: 3) }°. From { $at } to { $until }. Parts may fall along this course.
    .spoken = space launch

launch-postponed = Our launch announced for { $at } is postponed to { $until }. Launch site: { $start }.
    .spoken = launch is postponed

flares-for-light = We will use flares for light only. Position: { $place }. Radius: { $radius_m } m. From { $at } to { $until }.
    .spoken = flares for light only

controlled-explosion = We will destroy ammunition there by controlled explosion. This is not an attack. Position: { $place }. Radius: { $radius_m } m. Time: { $at }.
    .spoken = controlled explosion
