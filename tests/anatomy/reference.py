#!/usr/bin/env python3
"""The lesion model of docs/anatomy.md once more, written apart from the engine, and held against `palpera examine`.

    reference.py PALPERA ASSETS

Every root, pair of roots, plexus, lesion site and stage of polyneuropathy, on each side and at many severities. The
last line of the output is "N lesions, N differences".
"""
import json
import math
import subprocess
import sys
import tempfile

import yaml

EPSILON = 1e-9


def table(folder, name):
    with open(f"{folder}/{name}.yaml", encoding="utf-8") as file:
        return yaml.safe_load(file)[name]


class Model:
    def __init__(self, folder):
        self.nerves, self.muscles = table(folder, "nerves"), table(folder, "muscles")
        self.reflexes, self.zones = table(folder, "reflexes"), table(folder, "zones")
        self.sites, self.tests = table(folder, "lesion_sites"), table(folder, "special_tests")
        branches = lambda target, by: [(b["nerve"], b["at"], b.get("share", 1)) for b in target[by]]
        centimetres = lambda target: int(target["path"].removesuffix(" cm"))
        self.of_muscle = {k: (m["roots"], branches(m, "innervation"), centimetres(m)) for k, m in self.muscles.items()}
        self.of_reflex = {k: (r["roots"], branches(r, "arc"), centimetres(r)) for k, r in self.reflexes.items()}
        self.of_zone = {k: (z["dermatomes"], [(n, 1, w) for n, w in z["nerves"].items()], centimetres(z))
                        for k, z in self.zones.items()}

    def descent(self, nerve, children):
        if nerve in children:
            return 1.0
        parents = self.nerves[nerve].get("parents", [])
        return sum(p.get("share", 1) * self.descent(p["nerve"], children) for p in parents)

    def nerve_loss(self, nerve, at, points):
        own = max([e for n, p, e in points if n == nerve and p <= at], default=0)
        parents = self.nerves[nerve].get("parents", [])
        inherited = sum(p.get("share", 1) * self.nerve_loss(p["nerve"], p["at"], points) for p in parents)
        return 1 - (1 - own) * (1 - inherited)

    def loss(self, lesion, roots, supply, path, halved=False, cap=1.0):
        """Of a target with these root weights and this supply [(nerve, position, share)]."""
        if lesion["s"] == 0:
            return 0
        s = lesion["s"]
        parts = [min(cap, 1, sum(w * lesion["roots"].get(r, 0) for r, w in roots.items()))]
        for plexus in lesion["plexuses"]:
            nerve = self.nerves[plexus]
            share = sum(w * self.descent(n, nerve["children"]) for n, _, w in supply)
            parts.append(s * share * sum(w * nerve["carries"].get(r, 0) for r, w in roots.items()))
        if lesion["points"]:
            parts.append(sum(w * self.nerve_loss(n, at, lesion["points"]) for n, at, w in supply))
        if lesion["threshold"]:
            reach = min(1, max(0, 1 - (lesion["threshold"] - path) / 8))
            parts.append(s * reach * (0.5 if halved else 1))
        return 1 - math.prod(1 - p for p in parts)

    def prepared(self, case):
        s = {"complete": 1.0, "partial": 0.5, "irritative": 0.1}.get(case["completeness"], case["completeness"])
        structures = case["structure"] if isinstance(case["structure"], list) else [case["structure"]]
        site = self.sites.get(case["level"], {})
        lesion = {"s": s, "roots": {x[5:]: s for x in structures if x.startswith("root_")}, "points": [], "plexuses": [],
                  "threshold": {"toes": 112, "ankle": 100, "mid_calf": 86, "knee": 72}.get(case["level"]),
                  "site": case["level"] if site and s > 0 else None}
        lesion["single"] = len([x for x in lesion["roots"].values() if x > 0]) == 1
        lesion["compressed"] = set(r for r, x in lesion["roots"].items() if x > 0)
        lesion["plexuses"] = [x for x in structures if self.nerves.get(x, {}).get("carries")]
        for p in site.get("points", []):
            lesion["points"].append((p["nerve"], p["at"], 1 if s == 1 else s * p.get("vulnerability", 1)))
        for root, m in site.get("roots", {}).items():
            lesion["roots"][root] = s * m
            if site["structure"] == "cauda_equina" and s > 0:
                lesion["compressed"].add(root)
        lesion["both"] = bool(site.get("roots")) or lesion["threshold"] is not None or case["side"] in ("both", "midline")
        return lesion

    def test(self, rule, lesion, muscle, zone):
        if "any" in rule:
            return any(self.test(r, lesion, muscle, zone) for r in rule["any"])
        if "all" in rule:
            return all(self.test(r, lesion, muscle, zone) for r in rule["all"])
        if "weak" in rule:
            return muscle[rule["weak"]] >= rule["from"] - EPSILON
        if "numb" in rule:
            return zone[rule["numb"]] >= rule["from"] - EPSILON
        if "lesion_at" in rule:
            return lesion["site"] in rule["lesion_at"]
        if "tension" in rule:
            return any(p >= 0.6 for r, p in rule["tension"].items() if r in lesion["compressed"])
        return False

    def examine(self, case):
        lesion = self.prepared(case)
        nothing = self.prepared({"structure": [], "level": "", "side": "right", "completeness": 0})
        hurt = {side: lesion if lesion["both"] or side == case["side"] else nothing for side in ("right", "left")}
        out = {"zones": {}, "muscles": {}, "reflexes": {}, "tests": {}}
        power = {side: {k: self.loss(l, *m, True) for k, m in self.of_muscle.items()} for side, l in hurt.items()}
        midline = {k for k, m in self.muscles.items() if m.get("sided") is False}
        for k in midline:
            power["right"][k] = power["left"][k] = min(power["right"][k], power["left"][k])
        for side, l in hurt.items():
            for k, f in power[side].items():
                grade = mrc(f)
                if grade != "5":
                    out["muscles"][k, "midline" if k in midline else side] = grade
            fibres = {}
            for k, z in self.of_zone.items():
                f = self.loss(l, *z)
                touch, pin = (self.loss(l, *z, cap=c) if l["single"] else f for c in (0.7, 0.9))
                fibres[k] = f
                read = (skin(touch, 0.25), skin(pin, 0.15))
                if read != (2, 2):
                    out["zones"][k, side] = read
            for k, r in self.of_reflex.items():
                f = self.loss(l, *r)
                grade = 0 if f > 0.75 + EPSILON else 1 if f >= 0.15 - EPSILON else 2
                if grade != 2:
                    out["reflexes"][k, side] = grade
            for k, t in self.tests.items():
                out["tests"][k, side] = self.test(t.get("rule", {}), l, power[side], fibres)
        return out


def mrc(f):
    for limit, grade in ((0.12, "5"), (0.30, "4+"), (0.50, "4"), (0.65, "4-"), (0.80, "3"), (0.90, "2")):
        if f < limit - EPSILON:
            return grade
    return "0" if f > 0.97 + EPSILON else "1"


def skin(f, first):
    return 0 if f > 0.90 + EPSILON else 1 if f >= first - EPSILON else 2


def cases(model):
    roots = [f"root_{p}{i}" for p, n in (("C", range(2, 9)), ("T", range(1, 13)), ("L", range(1, 6)), ("S", range(1, 6)))
             for i in n]
    named = [([r], "root") for r in roots] + [([a, b], "root") for a, b in zip(roots, roots[1:])]
    named += [([n], "plexus") for n, x in model.nerves.items() if x.get("carries")]
    named += [([x["structure"]], site) for site, x in model.sites.items()]
    named += [(["polyneuropathy_length_dependent"], stage) for stage in ("toes", "ankle", "mid_calf", "knee")]
    severities = ["complete", "partial", "irritative", 0, 0.12, 0.2, 0.28, 0.3, 0.4, 0.6, 0.75, 0.9, 0.97]
    for structures, level in named:
        for side in ("right", "left", "both"):
            for s in severities if side == "right" else ["complete", 0.3]:
                yield {"structure": structures if len(structures) > 1 else structures[0], "level": level, "side": side,
                       "completeness": s}


def main():
    program, folder = sys.argv[1:]
    model = Model(folder)
    lesions = [dict(case, id=str(i)) for i, case in enumerate(cases(model))]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"lesions": lesions}, file)
        file.flush()
        told = json.loads(subprocess.run([program, "examine", file.name, "--json"], check=True, capture_output=True).stdout)
    assert [t["id"] for t in told] == [x["id"] for x in lesions]
    wrong = 0
    for case, answer in zip(lesions, told):
        expected = model.examine(case)
        found = {"zones": {(z["zone"], z["side"]): (z["light_touch"], z["pinprick"]) for z in answer["zones"]},
                 "muscles": {(m["muscle"], m["side"]): m["mrc"] for m in answer["muscles"]},
                 "reflexes": {(r["reflex"], r["side"]): r["grade"] for r in answer["reflexes"]},
                 "tests": {(t["test"], t["side"]): t["positive"] for t in answer["tests"]}}
        for part in expected:
            if expected[part] != found[part]:
                wrong += 1
                difference = set(expected[part].items()) ^ set(found[part].items())
                print(case, part, sorted(map(str, difference))[:6])
    print(f"{len(lesions)} lesions, {wrong} differences")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
