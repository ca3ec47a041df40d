import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  FINDING_STATES,
  MOBILITIES,
  MODALITIES,
  PATIENT_PLACES,
  PRIORITY_CLASSES,
  SEXES,
  SPECIALTIES,
  TREATING_DOCTOR_KINDS,
  type FindingState,
  type Mobility,
  type Modality,
  type PatientPlace,
  type PriorityClass,
  type Sex,
  type Specialty,
  type TreatingDoctorKind,
} from '#contracts/enums';
import {
  CONSENT_MODES,
  DEADLINE_KINDS,
  ECG_STATUSES,
  LIST_STATUSES,
  ONSET_PRECISIONS,
  type ConsentAnswers,
  type ConsentMode,
  type DeadlineKind,
  type EcgAnswers,
  type EcgStatus,
  type ExternalDeadline,
  type HistoryAnswer,
  type ListStatus,
  type MeasureAnswer,
  type OnsetAnswers,
  type OnsetPrecision,
  type PatientAnswers,
  type PlaceAnswers,
  type RequestAnswers,
  type TreatingDoctorAnswers,
} from '#forms';
import { FindingStates } from '#requests';

/** Bounds of the wire. What the field means is checked by the form itself, with its own French words. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(T[\d:.]{5,15}(Z|[+-]\d{2}:\d{2})?)?$/;
const MOST_FINDINGS = 200;

export class PatientAnswersDto implements PatientAnswers {
  @IsOptional() @IsUUID() patientId: string | null;
  @IsString() @MaxLength(100) birthName: string;
  @IsString() @MaxLength(100) usedName: string;
  @IsString() @MaxLength(100) givenNames: string;
  @IsOptional() @IsIn(SEXES) sex: Sex | null;
  @IsOptional() @Matches(DATE) birthDate: string | null;
  @IsString() @MaxLength(5) birthPlaceInsee: string;
  @IsString() @MaxLength(20) phone: string;
  @IsString() @MaxLength(15) insMatricule: string;
  @IsString() @MaxLength(30) insOid: string;
  @IsString() @MaxLength(100) contactName: string;
  @IsString() @MaxLength(20) contactPhone: string;
  @IsString() @MaxLength(50) language: string;
}

export class PlaceAnswersDto implements PlaceAnswers {
  @IsOptional() @IsIn(PATIENT_PLACES) kind: PatientPlace | null;
  @IsString() @MaxLength(5) communeInsee: string;
  @IsString() @MaxLength(100) communeName: string;
  @IsString() @MaxLength(200) address: string;
  @IsString() @MaxLength(300) accessNotes: string;
  @IsOptional() @IsIn(MOBILITIES) mobility: Mobility | null;
}

export class TreatingDoctorAnswersDto implements TreatingDoctorAnswers {
  @IsOptional() @IsIn(TREATING_DOCTOR_KINDS) kind: TreatingDoctorKind | null;
  @IsString() @MaxLength(120) name: string;
  @IsString() @MaxLength(12) rpps: string;
  @IsOptional() @IsUUID() professionalId: string | null;
}

export class OnsetAnswersDto implements OnsetAnswers {
  @IsOptional() @Matches(DATE_OR_INSTANT) at: string | null;
  @IsOptional() @IsIn(ONSET_PRECISIONS) precision: OnsetPrecision | null;
  @IsOptional() @Matches(DATE_OR_INSTANT) lastEpisodeAt: string | null;
}

export class MeasureAnswerDto implements MeasureAnswer {
  @Matches(/^[a-z0-9_]{1,40}$/) name: string;
  @IsString() @MaxLength(20) value: string;
  @IsString() @MaxLength(20) unit: string;
  @IsOptional() @Matches(DATE) at: string | null;
}

export class EcgAnswersDto implements EcgAnswers {
  @IsOptional() @IsIn(ECG_STATUSES) status: EcgStatus | null;
  @IsOptional() @Matches(DATE_OR_INSTANT) at: string | null;
  @IsString() @MaxLength(500) comment: string;
}

export class HistoryAnswerDto implements HistoryAnswer {
  @Matches(/^[a-z0-9_]{1,60}$/) id: string;
  @IsString() @MaxLength(200) detail: string;
  @IsOptional() @IsInt() @Min(1900) @Max(2200) year: number | null;
}

export class ExternalDeadlineDto implements ExternalDeadline {
  @Matches(DATE) date: string;
  @IsIn(DEADLINE_KINDS) kind: DeadlineKind;
}

export class ConsentAnswersDto implements ConsentAnswers {
  @IsOptional() @IsBoolean() informed: boolean | null;
  @IsOptional() @IsIn(CONSENT_MODES) mode: ConsentMode | null;
}

export class RequestAnswersDto implements RequestAnswers {
  @IsIn(SPECIALTIES) specialty: Specialty;
  @IsOptional() @Matches(/^[a-z0-9_]{1,60}$/) reason: string | null;
  @IsString() @MaxLength(200) reasonOther: string;
  @FindingStates(MOST_FINDINGS) redFlags: Record<string, FindingState>;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => PatientAnswersDto) patient: PatientAnswersDto;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => PlaceAnswersDto) place: PlaceAnswersDto;
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TreatingDoctorAnswersDto)
  treatingDoctor: TreatingDoctorAnswersDto;
  @IsOptional() @IsUUID() organisationId: string | null;
  @IsString() @MaxLength(20) callbackPhone: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => OnsetAnswersDto) onset: OnsetAnswersDto;
  @FindingStates(MOST_FINDINGS) findings: Record<string, FindingState>;
  @IsOptional() @IsInt() @Min(1) @Max(4) nyha: number | null;
  @IsArray()
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MeasureAnswerDto)
  measures: MeasureAnswerDto[];
  @IsArray() @ArrayMaxSize(40) @IsString({ each: true }) @MaxLength(40, { each: true }) unmeasured: string[];
  @IsDefined() @IsObject() @ValidateNested() @Type(() => EcgAnswersDto) ecg: EcgAnswersDto;
  @IsArray()
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HistoryAnswerDto)
  history: HistoryAnswerDto[];
  @IsOptional() @IsIn(LIST_STATUSES) historyStatus: ListStatus | null;
  @IsString() @MaxLength(4000) medications: string;
  @IsOptional() @IsIn(LIST_STATUSES) medicationsStatus: ListStatus | null;
  @IsString() @MaxLength(500) allergies: string;
  @IsOptional() @IsIn(FINDING_STATES) pregnancy: FindingState | null;
  @IsOptional() @IsInt() @Min(1) @Max(45) gestationalWeeks: number | null;
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ExternalDeadlineDto)
  externalDeadline: ExternalDeadlineDto | null;
  @IsOptional() @IsIn(MODALITIES) wishedModality: Modality | null;
  @IsString() @MaxLength(2000) question: string;
  @IsOptional() @IsIn(PRIORITY_CLASSES) declaredClass: PriorityClass | null;
  @IsOptional() @Matches(DATE) requestedBy: string | null;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ConsentAnswersDto) consent: ConsentAnswersDto;
}
