#include "tests/anatomy/small_atlas.h"

namespace palpera::anatomy {

std::map<std::string, std::string> small_atlas() {
    return {
        {"figure.yaml", R"(language: en
views:
    sole: {name: "Sole", aspect: 0.5, outline: [[0, 0], [1, 0], [1, 1]]}
)"},
        {"sites.yaml", R"(language: en
regions:
    foot: {name: "Foot"}
sites:
    heel: {name: "Heel", region: foot, views: {sole: [0.5, 0.9]}}
    back: {name: "Back", sided: no, region: foot}
)"},
        {"joints.yaml", R"(language: en
joints:
    ankle: {name: "Ankle", movements: {plantarflexion: {name: "Down", normal: [0, 50]}}}
)"},
        {"nerves.yaml", R"(language: en
nerves:
    plantar: {name: "Plantar", parents: [{nerve: tibial, at: 0.9}], roots: [S1]}
    tibial: {name: "Tibial", roots: [L5, S1]}
    plexus: {name: "Plexus", roots: [L5, S1], carries: {S1: 1}, children: [tibial]}
)"},
        {"muscles.yaml", R"(language: en
muscles:
    soleus: {name: "Soleus", roots: {L5: 0.4, S1: 0.6}, main_root: S1, innervation: [{nerve: tibial, at: 0.2}], path: 76 cm}
)"},
        {"reflexes.yaml", R"(language: en
reflexes:
    achilles: {name: "Achilles", kind: stretch, roots: {S1: 1}, main_root: S1, arc: [{nerve: tibial, at: 0.1}], path: 90 cm}
)"},
        {"zones.yaml", R"(language: en
zones:
    sole_heel: {name: "Heel skin", region: foot, views: {sole: [0.5, 0.9]}, dermatomes: {S1: 1}, nerves: {plantar: 1}, path: 102 cm}
)"},
        {"arteries.yaml", R"(language: en
arteries:
    dorsalis_pedis: {name: "Dorsalis pedis"}
)"},
        {"lesion_sites.yaml", R"(language: en
lesion_sites:
    tunnel: {name: "Tunnel", structure: tibial, points: [{nerve: tibial, at: 0.7}], tests: [windlass]}
)"},
        {"findings.yaml", R"(language: en
findings:
    touch_absent: {finds: "Light touch is not felt here.", says: "No."}
)"},
        {"special_tests.yaml", R"(language: en
special_tests:
    windlass: {name: "Windlass", how: "Bend the toes up.", region: foot}
    toe_walk: {name: "Toe walking", how: "Walk on the toes.", region: foot, rule: {weak: soleus, from: 0.3}}
    squeeze: {name: "Squeeze", how: "Squeeze the heel.", region: foot, positive: "It hurts."}
)"},
        {"tissues.yaml", R"(language: en
tissues:
    fascia: {name: "Fascia", tender: {heel: 8}, movements: {ankle: {plantarflexion: {pain: 2}}}, special_tests: {squeeze: {from: 0.2}}}
    artery: {name: "Artery", pulses: {dorsalis_pedis: 1}, ankle_brachial_index: {mildest: [0.8, 0.9], severest: [0.2, 0.4]}}
tender_nerves:
    tunnel: {heel: 5}
)"},
    };
}

}  // namespace palpera::anatomy
