"""English words by which news tells of one thing: a question may have one, its quote another.

Groups, in folded lower case. A word may be of several.
"""

GROUPS = """
    die dying dead death deadly kill killer killing fatal fatally fatality perish slain toll
    casualty victim murder,
    shoot shooter shooting gunman gunmen gunfire,
    win winner winning victory champion championship beat defeat title triumph,
    resign resignation quit step stepping leave,
    fire firing sack oust dismiss remove,
    arrest custody detain charge indict catch,
    jail prison sentence imprison years bars, guilty convict conviction verdict,
    buy purchase acquire acquisition takeover deal,
    crash derail derailment collide collision wreck, marry marriage wedding wed,
    divorce split separate, born birth baby give, ban prohibit outlaw bar,
    increase rise raise hike soar surge, fall drop decline plunge, elect election vote voter win,
    name call identify identity know, job layoff lay cut worker employee,
    cost price pay worth, hurt injure wound injury, find discover discovery,
    start begin launch open, end finish over, steal theft robbery heist thief, hit strike,
    host hosting, attack assault, sue lawsuit, leader president premier minister, film movie,
    kid child boy girl, doctor physician, cop police officer, ship vessel boat,
    plane jet aircraft airliner, guy man suspect, hack hacker breach cyberattack,
    quake earthquake tremor, sick illness disease, money dollar million, car vehicle,
    house home, firm company, us america american, uk britain british
"""
