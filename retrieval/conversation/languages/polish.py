"""Polish replies; see `turns.py`."""

from retrieval.conversation.languages.turns import EXCLUDED, Turns, whole
from retrieval.question.kinds.polish import POLISH as SPOKEN
from retrieval.question.kinds.speech import words_of

POLISH = Turns(
    code="pl",
    referring=words_of(
        "to ten ta te ci tego tej tych tym tam tu tutaj wtedy on ona oni one jego jej ich jemu "
        "tak taki takie"
    ),
    checking=words_of(
        "prawda prawdą prawdy nieprawda kłamstwo kłamie serio poważnie naprawdę źródło źródła "
        "źródeł dowód dowody dowodów dowodu link linki fakt fakty fejk fake news wiadomość "
        "wiadomości stara stare stary sprawdź sprawdźcie sprawdzić sprawdzone potwierdzone "
        "potwierdził potwierdzili skąd wiesz wie wierzę wierzyć powiedział powiedziała "
        "powiedzieli mówi mówią mówił pisze piszą pisał podaje podają twierdzi było była był "
        "jakieś jakiś jakie jest są oficjalnie bzdura bzdury archiwum masz"
    ),
    linking=words_of(
        "dzięki ok no tak a i ale lub co jak o ze z od tylko jeszcze też pokaż szukaj według w we "
        "na do roku rok r miesiącu pisze piszą mówi proszę teraz właśnie u czy "
        "dokładnie konkretnie właściwie jest są masz"
    ),
    joining=words_of(
        "a i ale lub tylko jeszcze też nie w we na o z ze od u dla do"
    ),
    leading=words_of(
        "w we na o z ze od u dla do"
    ),
    within=words_of(
        "w we na"
    ),
    narrowing=words_of(
        "tylko pisze piszą podaje mówi według"
    ),
    negating=words_of("nie bez oprócz poza wyklucz pomiń"),
    about=whole(
        r"(?:a )?co (?:z|ze)"
        r"|(?:nie,? )?(?:mia(?:łem|łam) na myśli|chodzi(?:ło)? mi o|pyta(?:łem|łam) o)"
    ),
    without=whole(r"(?:bez|oprócz) " + EXCLUDED),
    newest=whole(
        r"(?:najpierw )?(?:najnowsz(?:e|y|a)|nowsze|ostatnie)(?: najpierw)?|według daty|po dacie"
    ),
    oldest=whole(r"(?:najpierw )?(?:najstarsz(?:e|y|a)|najwcześniejsze)(?: najpierw)?"),
    best=whole(r"(?:najpierw )?(?:najlepsze|najtrafniejsze)(?: najpierw)?"),
    more=whole(r"(?:pokaż |daj )?(?:więcej|jeszcze)|dalej|następn(?:y|a|e)|kontynuuj|inne"),
    elsewhere=whole(
        r"(?:z |w )?(?:inn(?:e|y|ych|ego|ym)|jakieś inne|więcej|jeszcze) "
        r"(?:źród\w+|gazet\w*|medi\w+|portal\w*)|gdzie indziej"
        r"|kto jeszcze (?:o tym )?(?:pisał|pisze|podał|podaje|informował)(?: o tym)?"
    ),
    earlier=whole(r"wcześniej|przedtem|starsze"),
    later=whole(r"później|potem|po tym|(?:i )?co (?:było |się stało )?dalej"),
    rewordings=((whole(r"(?:którego|jakiego) dnia|w którym (?:roku|miesiącu)"), "kiedy"),),
    times=(
        (whole(r"(?:w )?(?:zeszłym|ubiegłym|poprzednim) roku|(?:zeszły|ubiegły) rok"), "last year"),
        (whole(r"(?:w )?tym roku"), "this year"),
        (whole(r"(?:w )?(?:zeszłym|ubiegłym) miesiącu"), "last month"),
        (whole(r"(?:w )?tym miesiącu"), "this month"),
        (whole(r"(?:w )?(?:zeszłym|ubiegłym) tygodniu"), "last week"),
        (whole(r"(?:w )?tym tygodniu"), "this week"),
        (whole(r"wczoraj"), "yesterday"),
        (whole(r"dzisiaj|dziś"), "today"),
    ),
    months=(
        r"stycz\w+", r"lut(?:ego|ym|y)", r"mar(?:ca|cu|zec)", r"kwie(?:cień|tnia|tniu)",
        r"maj[au]?",
        r"czerw\w+", r"lip(?:ca|cu|iec)", r"sierp\w+", r"wrze\w+",
        r"październik\w*", r"listopad\w*",
        r"grud\w+",
    ),
    bounds=(("od", "since"), ("przed", "before"), ("do", "before"), ("po", "after")),
    asking=SPOKEN.asking,
)  # fmt: skip
