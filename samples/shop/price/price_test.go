package price

import "testing"

func TestConvertRounds(t *testing.T) {
	if got := Convert(250); got != 250 {
		t.Errorf("Convert(250) = %d", got)
	}
	if Lookups() == 0 {
		t.Error("no lookup counted")
	}
}
