using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Profiling;

namespace Cdp.Pipeline.Tests.Phases.Staging.Profiling;

public sealed class ProposalLinesTests
{
    [Fact]
    public void Every_setting_is_written_as_the_configuration_reads_it()
    {
        var date = new ColumnProposal("shop_things", "born", ColumnClass.Date, "100 % date") { DayFirst = true, Formats = ["dd MMM yyyy", "MMM dd, yyyy"] };
        var number = new ColumnProposal("shop_things", "price", null, "100 % number") { DecimalComma = true };

        var lines = ProposalLines.Of([date, number], 6);

        Assert.Equal(
            [
                "      born: { rule: date, day_first: true, formats: [\"dd MMM yyyy\", \"MMM dd, yyyy\"] }  # 100 % date",
                "      price: { decimal_comma: true }  # 100 % number",
            ],
            lines);
        var settings = string.Join(", ", lines.Select(l => l.Split("  #")[0]));
        var read = Batches.Load($"{{ name: shop_things, columns: {{ {settings} }} }}").Staging.Tables!.Value[0].Columns;
        Assert.Equal((ColumnClass.Date, true, "MMM dd, yyyy"), (read["born"].Rule, read["born"].DayFirst, read["born"].Formats[1]));
        Assert.True(read["price"].DecimalComma);
    }
}
