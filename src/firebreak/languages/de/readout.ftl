### Sätze der öffentlichen Darstellung. Kein Satz darf mehr behaupten, als seine Belegklasse erlaubt.
