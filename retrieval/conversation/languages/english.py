"""English replies; see `turns.py`."""

from retrieval.conversation.languages.turns import EXCLUDED, Turns, whole
from retrieval.question.kinds.speech import words_of

ENGLISH = Turns(
    code="en",
    referring=words_of(
        "this that these those it its it's that's he him his she her they them their there then "
        "so such thats hes shes theyre same"
    ),
    checking=words_of(
        "true truth false fake hoax real really right correct legit sure serious seriously honest "
        "fact facts check checked checking factcheck verify verified confirm confirmed debunk "
        "debunked source sources link links proof evidence citation needed reference happen "
        "happened happening say says said saying claim claims claimed wrote write written read "
        "report reported reports know think thoughts believe heard hear please ok bot old news "
        "recent new archive paper papers article articles lie lies liar lying nonsense bullshit "
        "bs rumour rumor propaganda misinformation disinformation suspicious wtf wow lol sounds "
        "looks seems official officially actually case explain context date dated info"
    ),
    linking=words_of(
        "start begin can could would you i thanks thank yes well and or but so no sorry mean "
        "meant ok okay what how about then only just also please show me us give now search look "
        "try from by in on at for with of the a an is was were are did does do there any one ones "
        "results result answers answer quotes articles article news outlet printed published said "
        "says say reported report wrote according to within during back again instead rather "
        "something anything else same question not sort sorted order whats what's hows how's it "
        "that they them exactly precisely specifically though tho pls plz anyway got any"
    ),
    joining=words_of(
        "and or but so ok okay no sorry only just also in on at for from with by about now then "
        "instead rather under during between against since before after until same"
    ),
    leading=words_of("in on at for from with of by to the a an during under against between about"),
    within=words_of("in"),
    narrowing=words_of(
        "only just according say says said report reports reported write writes wrote"
    ),
    negating=words_of("not no without except excluding exclude skip minus than besides apart"),
    asking={
        word: word for word in ("who", "whom", "whose", "when", "where", "why", "how", "which")
    },
    about=whole(r"(?:what|how) about|i (?:mean|meant)(?: to (?:say|ask))?|i was asking about"),
    without=whole(
        r"(?:not (?:in|about|from|by)|without|except(?: for)?|excluding) (?:the )?" + EXCLUDED
    ),
    newest=whole(
        r"(?:the )?(?:newest|latest|most recent|recent(?= first))(?: ones?)?(?: first)?"
        r"|by date|new to old"
        r"|(?:any(?:thing)? )?(?:newer|more recent(?:ly)?)(?: ones?)?|sort(?:ed)? by (?:date|time)"
    ),
    oldest=whole(
        r"(?:the )?(?:oldest|earliest)(?: ones?)?(?: first)?|old to new|chronological(?:ly)?"
        r"|from the (?:beginning|start)|the first (?:time|report|one)"
    ),
    best=whole(r"(?:the )?best(?: ones?)?(?: first)?|(?:by|most) relevan(?:ce|t)"),
    more=whole(
        r"(?:(?:show|tell|give) (?:me |us )?|any )?(?:some )?more(?: of (?:it|that|them|those))?"
        r"(?: results| quotes| articles)?|(?:the )?(?:next|others?|another)(?: ones?| page)?"
        r"|anything else|what else|go on|continue"
    ),
    elsewhere=whole(
        r"(?:any |some |in |from )*(?:other|another|different|more|further|independent) "
        r"(?:independent )?(?:sources?|outlets?|(?:news)?papers?|(?:news )?sites?|media|reports?)"
        r"|(?:who|anyone|anybody|any(?:thing)?) else "
        r"(?:reports?|reported|reporting|writes?|wrote|says?|said|covers?|covered|confirms?"
        r"|confirmed|prints?|printed)(?: (?:it|this|that))?|elsewhere"
    ),
    earlier=whole(r"earlier|before (?:that|then)|previously|older(?: ones?)?|further back"),
    later=whole(
        r"later|after (?:that|then|wards)|afterwards|since then|then what|what next"
        r"|and then(?=\W*\Z)|what (?:happened|came|was) (?:next|then|after(?:wards)?)"
    ),
    rewordings=(
        (whole(r"(when|where|why|how|what)'?s"), r"\1 is"),
        (
            whole(
                r"(?:on |in |at )?what (?:day|date|time|month|year)(?= (?:is|was|were|did)\b|\W*\Z)"
            ),
            "when",
        ),
    ),
)
