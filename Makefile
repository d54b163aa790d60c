# What can be done with this repository; `make` alone lists it.

.DEFAULT_GOAL := help
.PHONY: help build demo serve test endure bench format package

help:
	@printf '%s\n' \
	  'make demo    build, load the sample network, run the main job from end to end' \
	  '             construire, charger le réseau d’exemple et dérouler le cycle complet' \
	  'make serve   serve the demonstration over HTTP, with tokens to try it' \
	  '             offrir la démonstration en HTTP, avec des jetons pour l’essayer' \
	  'make test    run every check and every test' \
	  '             lancer toutes les vérifications et tous les tests' \
	  'make endure  kill it, cut its power and load it for hours, and count what was lost' \
	  '             le tuer, lui couper le courant, le charger des heures et compter les pertes' \
	  'make build   build the hub command: .build/release/hub' \
	  '             construire la commande hub : .build/release/hub' \
	  'make package make a Debian package of the command and the service' \
	  '             faire un paquet Debian de la commande et du service' \
	  'make bench   measure, and compare with what was measured before' \
	  '             mesurer et comparer avec les mesures précédentes' \
	  'make format  lay out the Swift sources as the house has them' \
	  '             mettre en forme le code Swift selon les règles de la maison'

demo:
	@.ci/setup
	@.ci/demo

serve:
	@.ci/setup
	@.ci/serve

test:
	@.ci/test

endure:
	@.ci/setup
	@.ci/endure

build:
	@.ci/setup
	@.ci/build

package:
	@.ci/setup binutils dpkg-dev
	@.ci/package

bench:
	@.ci/setup
	@.ci/bench

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests
