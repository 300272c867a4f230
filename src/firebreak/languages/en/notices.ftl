### Words for notices: what they are about, how they stand, what is found in them.

## What a notice is about

sort-protective-sign = protective sign
sort-white-flag = white flag
sort-white-flag-negotiation = white flag: wish to negotiate
sort-white-flag-surrender = white flag: surrender
sort-red-cross-emblem = emblem of the Red Cross, Crescent or Crystal
sort-red-cross = Red Cross
sort-red-crescent = Red Crescent
sort-red-crystal = Red Crystal
sort-united-nations = United Nations
sort-protected-zone = protected zone
sort-hospital-zone = hospital and safety zone
sort-prisoner-of-war-camp = prisoner-of-war camp
sort-internment-camp = internment camp
sort-civil-defence = civil defence
sort-cultural-property = cultural property
sort-dangerous-forces = works containing dangerous forces
sort-transport-site = transport installation
sort-airport = airport
sort-energy-site = energy installation
sort-nuclear-power-plant = nuclear power plant
sort-hydro-power-plant = hydro-electric power plant
sort-water-site = water installation
sort-undersea-cable = undersea cable
sort-public-service = public service
sort-hospital = hospital
sort-school = school
sort-grid-works = works on the power grid
sort-network-works = works on networks
sort-plant-danger = danger at a plant
sort-danger-area = danger area
sort-attack = attack
sort-hazardous-conflict-area = hazardous conflict area
sort-mine-field = mine field
sort-unexploded-ordnance = unexploded ordnance
sort-air-defence-threat = threat from air defence
sort-transport-accident = transport accident
sort-industrial-accident = industrial accident
sort-missile-launch = missile launch
sort-space-launch = space launch
sort-firing = firing
sort-underwater-operations = underwater operations
sort-special-caution-area = special caution area
sort-closed-airspace = closed airspace
sort-emergency = emergency
sort-distress = distress
sort-medical-help-needed = medical help needed
sort-mission = mission
sort-humanitarian-mission = humanitarian mission
sort-medical-evacuation = medical evacuation
sort-aid = aid for civilians
sort-repair-crew = repair crew
sort-military-operation = military operation
sort-exercise = exercise
sort-major-movement = major movement of forces
sort-convoy = convoy
sort-special-signal = special signal
sort-close-approach = close approach
sort-unintended-entry = unintended entry
sort-cease-fire-request = request for a cease-fire
sort-area-access-request = request for access
sort-status-unknown = state not known
sort-status-good = in good order
sort-status-damaged = damaged
sort-agreed-line = line for the map
sort-agreed-area = area for the map
sort-unknown = unknown code

## Groups

group-hazard = hazard
group-site = protected site
group-movement = protected movement
group-exercise = exercise
group-works = works
group-signal = signal
group-request = request
group-status = state
group-layer = map layer

## How it stands

state-issued = issued
state-holding = holds now
state-replaced = replaced
state-cancelled = cancelled
state-expired = expired

## Answers

answer-acknowledge = acknowledged by a person
answer-confirm = places read back
answer-comply = they will act by it
answer-reject = not accepted

## Reasons for not accepting one

objection-none-given = no reason given
objection-too-late = announced too late
objection-area = the area
objection-time = the time
objection-not-understood = not understood
objection-cannot = cannot be done
objection-not-accepted = not accepted

## What is reported

event-notice-issued = notice issued
event-notice-replaced = notice replaced by another
event-notice-cancelled = notice cancelled
event-notice-began = what the notice announced begins
event-notice-expired = notice expired
event-notice-answered = notice answered
event-read-back-differed = a place was read back otherwise
event-notice-passed-on = notice passed on
event-notice-confirmed-again = notice confirmed again
event-notice-not-confirmed = notice not confirmed again in time
event-notice-unanswered = notice not answered in time
event-notice-doubted = an entry about a notice does not count
event-notices-crowd = more notices from the other side, not shown as alarms
event-explanation-asked = explanation asked for
event-explanation-given = explanation given
event-explanation-overdue = no explanation came in time
event-incident-reported = incident: a version was stated
