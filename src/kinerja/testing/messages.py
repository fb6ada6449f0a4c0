"""What the law kit says, in both languages, both texts once."""

from __future__ import annotations

from kinerja import Text
from kinerja._base import IndicatorError, Message, MissingExtraError

NO_LAW = IndicatorError.worded(
    code="laws.unknown",
    id="{indicator}.{member}: tidak ada hukum bernama {value!r}; yang ada: {names}.",
    en="{indicator}.{member}: there is no law called {value!r}; there are: {names}.",
)

NO_SOLVER = MissingExtraError.worded(
    code="proof.no_solver",
    id="Pembuktian memerlukan z3, yang belum terpasang. Pasang dengan: pip install {extra}",
    en="Proofs need z3, which is not installed. Install it: pip install {extra}",
)

AT_TARGET = Text(id="realisasi sebesar target mencapai 100 %", en="an actual that is its target achieves 100 %")
MONOTONE = Text(id="realisasi yang lebih baik tidak pernah mencapai kurang", en="a better actual never achieves less")
SCALE_FREE = Text(
    id="capaian tidak bergantung pada satuan hitung target dan realisasi",
    en="target and actual in other units achieve the same",
)
MET = Text(
    id="target tercapai jika dan hanya jika capaiannya sekurangnya 100 %",
    en="the target is met if and only if at least 100 % is achieved",
)
SAME_SHARE = Text(
    id="sekian kali lipat dari semuanya memberi nilai yang sama", en="so many times of everything gives the same"
)
IN_PROPORTION = Text(
    id="sekian kali lipat dari semuanya memberi nilai sekian kali lipat",
    en="so many times of everything gives so many times as much",
)
ADDITIVE = Text(id="nilai keseluruhan adalah jumlah nilai bagian-bagiannya", en="the whole is the sum of its parts")
BETWEEN_PARTS = Text(
    id="nilai keseluruhan terletak di antara nilai kedua bagiannya", en="the whole lies between its two parts"
)
MEAN_OF_PARTS = Text(
    id="nilai keseluruhan adalah rata-rata nilai kedua bagiannya", en="the whole is the mean of its two parts"
)
WEIGHTED_MEAN = Message(
    code="proof.weighted_mean",
    id="nilai keseluruhan adalah rata-rata nilai bagiannya, berbobot {divisor}",
    en="the whole is the mean of its parts, weighted by {divisor}",
)
LEAST = Message(code="proof.least", id="nilainya tidak pernah di bawah {limit}", en="it is never below {limit}")
MOST = Message(code="proof.most", id="nilainya tidak pernah di atas {limit}", en="it is never above {limit}")
RISES = Message(
    code="proof.rises",
    id="{label}: makin besar, nilainya tidak pernah turun",
    en="{label}: with more of it the actual never falls",
)
FALLS = Message(
    code="proof.falls",
    id="{label}: makin besar, nilainya tidak pernah naik",
    en="{label}: with more of it the actual never rises",
)
STAYS = Message(
    code="proof.stays", id="{label}: tidak mengubah nilainya", en="{label}: the actual does not depend on it"
)
BOTH_WAYS = Message(
    code="proof.both_ways",
    id="{label}: makin besar, nilainya dapat naik dan dapat turun",
    en="{label}: with more of it the actual may rise and may fall",
)
SOME_WAY = Message(
    code="proof.some_way",
    id="{label}: makin besar, nilainya naik atau turun",
    en="{label}: with more of it the actual rises or falls",
)
