## Power, plants, pipes

plant-tripped =
    Sudden outage: { $facility ->
        [power-plant] power plant
        [nuclear-plant] nuclear power plant
        [substation] substation
        [power-line] power line
       *[hydro-plant] hydroelectric plant
    }. Lost power: { $power_mw } MW. Position: { $place }. Time: { $at }.
    .spoken = power outage

grid-frequency = Our grid frequency is { $millihertz } mHz (millihertz). Time: { $at }. Please report yours.
    .spoken = our grid frequency

reduce-exchange = Please reduce the power flow between us by { $power_mw } MW. From { $at } to { $until }.
    .spoken = reduce power flow

line-switched-off = Our { $voltage_kv } kV power line is switched off. From: { $start }. To: { $goal }. Time: { $at }.
    .spoken = power line is off

ready-to-reconnect = We are ready to reconnect our { $voltage_kv } kV grid with yours. Position: { $place }. Proposed time: { $at }.
    .spoken = ready to reconnect

nuclear-plant-on-diesel =
    A nuclear power plant has lost outside power and runs on diesel. Fuel for { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }. Position: { $place }. Time: { $at }.
    .spoken = nuclear plant on diesel

nuclear-plant-safe = The nuclear power plant is in a safe state. Radiation there is normal. Position: { $place }. Time: { $at }.
    .spoken = nuclear plant is safe

radiation-measured = Radiation measured there: { $dose_usvh } µSv/h. Position: { $place }. Time: { $at }.
    .spoken = radiation measured

dam-release = Water will be released from a dam. Flow: { $flow_m3s } m³/s. Position: { $place }. From { $at } to { $until }. People downstream need a warning.
    .spoken = water release from dam

pipeline-damaged =
    A pipeline of ours is damaged. It carries { $carried ->
        [gas] gas
        [oil] oil
        [ammonia] ammonia
       *[water] drinking water
    }. Position: { $place }. Time: { $at }.
    .spoken = pipeline is damaged

cable-damaged =
    A cable is damaged. Kind: { $cable ->
        [power] power cable
       *[data] data cable
    }. Position: { $place }. Time: { $at }. We ask for calm while the cause is examined.
    .spoken = cable is damaged

computer-fault =
    A computer fault on our side affects: { $affected ->
        [power] power supply
        [air-traffic] air traffic control
        [railway] railway control
        [telephone] telephone network
       *[this-line] this line
    }. We do not know the cause. Time: { $at }.
    .spoken = computer fault
